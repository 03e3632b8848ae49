"""Charts, the logo and the QR code as placeholders: drawn where the template names them.

Each is a picture with a text that says what it shows: LibreOffice keeps the text of a picture in
ODT and PDF, and drops that of a chart.
"""

import base64
import io
import struct
import subprocess
import zlib

import charts
from docx.image.image import Image as ImageFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap
from docx.oxml.shape import CT_Inline
from docx.shared import Mm
from lxml import etree

# With its caption on a page.
HEIGHT_MM_MAX = 220


class Drawn:
    """Drawn when jinja asks for it, into the part that is being filled.

    A template holds these, and the sandbox keeps it only from names that begin with an underscore.
    The document behind them can write and read files: so every name here begins with one.
    """

    def __init__(self, template, picture):
        self._template = template
        self._picture = picture

    def __html__(self):
        drawn = self._inline(self._template.current_rendering_part)
        return ("</w:t></w:r><w:r><w:drawing>%s</w:drawing></w:r>"
                '<w:r><w:t xml:space="preserve">' % drawn)

    __str__ = __html__


class Image(Drawn):
    def _inline(self, part):
        picture = self._picture
        inline = part.new_pic_inline(io.BytesIO(png_of(picture)), None,
                                     Mm(picture["height_mm"]))
        if inline.extent.cx > Mm(picture["width_mm_max"]):
            inline = part.new_pic_inline(io.BytesIO(png_of(picture)),
                                         Mm(picture["width_mm_max"]), None)
        inline.docPr.set("descr", picture["alt"])
        return etree.tostring(inline, encoding="unicode")


class Chart(Drawn):
    """What a reader does not know of a drawing, it shows as the picture beside it."""

    def __init__(self, template, picture, png_by):
        super().__init__(template, picture)
        self._width = room_on(template.get_docx())
        svg, self._height = charts.svg_of(picture, self._width)
        self._svg = svg.encode()
        self._png = png_by and png_of_svg(self._svg, png_by)
        self._drawing = None

    def _inline(self, part):
        if self._drawing is None:
            self._drawing = Part(free_name(part.package), "image/svg+xml", self._svg, part.package)
        drawn = part.relate_to(self._drawing, RELATIONSHIP_TYPE.IMAGE)
        shown = part.get_or_add_image(io.BytesIO(self._png))[0] if self._png else drawn
        fit = min(1, HEIGHT_MM_MAX * 10 / self._height)
        inline = CT_Inline.new_pic_inline(part.next_id, shown, self._picture["name"],
                                          round(Mm(self._width) / 10 * fit),
                                          round(Mm(self._height) / 10 * fit))
        if self._png:
            inline.graphic.graphicData.pic.blipFill.blip.append(drawing_of(drawn))
        inline.docPr.set("name", self._picture["name"])
        inline.docPr.set("descr", self._picture["alt"])
        return etree.tostring(inline, encoding="unicode")


# A template's margins are the council's: no chart is wider than its narrowest page.
def room_on(docx):
    rooms = [charts.WIDTH_MAX]
    for section in docx.sections:
        try:
            rooms.append((section.page_width - section.left_margin - section.right_margin)
                         * 10 // Mm(1))
        except (TypeError, ValueError):  # not stated, or in fractions, which python-docx refuses
            pass
    return max(charts.WIDTH_MIN, min(rooms))


def free_name(package):
    taken = {str(p.partname) for p in package.iter_parts()}
    number = next(n for n in range(1, 10_000) if "/word/media/chart%d.svg" % n not in taken)
    return PackURI("/word/media/chart%d.svg" % number)


# [MS-ODRAWXML] 2.26.1: the drawing that Word from 2016 on shows in the picture's place.
def drawing_of(relation):
    return etree.fromstring(
        '<a:extLst xmlns:a="%s"><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
        '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        'xmlns:r="%s" r:embed="%s"/></a:ext></a:extLst>' % (nsmap["a"], nsmap["r"], relation))


# As sharp as a printer of an office.
def png_of_svg(svg, png_by):
    return subprocess.run([png_by, "--dpi-x", "300", "--dpi-y", "300"], input=svg,
                          stdout=subprocess.PIPE, check=True).stdout


def png_of(picture):
    if "base64" in picture:
        return base64.b64decode(picture["base64"])
    return png_of_modules(picture["modules"])


# The modules of a QR code, 0 and 1, with the quiet zone of four around them that scanners want.
def png_of_modules(rows, scale=8, quiet=4):
    width = (len(rows) + 2 * quiet) * scale
    blank = [b"\0" + b"\xff" * width] * (quiet * scale)
    lines = list(blank)
    for row in rows:
        pixels = b"\xff" * (quiet * scale)
        pixels += b"".join((b"\0" if m == "1" else b"\xff") * scale for m in row)
        pixels += b"\xff" * (quiet * scale)
        lines += [b"\0" + pixels] * scale
    lines += blank

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, width, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) +
            chunk(b"IDAT", zlib.compress(b"".join(lines), 9)) + chunk(b"IEND", b""))


# A logo may be older than the door that asks whether it is whole, and once the session is closed
# nobody can change it: then the document goes without.
def is_damaged(picture):
    try:
        return "base64" in picture and not ImageFile.from_blob(png_of(picture)).px_width
    except Exception:  # whatever python-docx comes to within it
        return True


# `png_by`: the program that makes a picture of a drawing; empty where drawings alone are wanted.
def of(template, pictures, png_by):
    made = {}
    for name, picture in pictures.items():
        if not picture or is_damaged(picture):
            made[name] = ""
        elif "series" in picture:
            made[name] = Chart(template, picture, png_by)
        else:
            made[name] = Image(template, picture)
    return made
