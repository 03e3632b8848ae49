"""Charts, the logo and the QR code as placeholders: drawn where the template names them.

A chart is a native one of Word: sharp at any size, in the document's font, and its numbers can be
read. Each has a text that says what it shows.
"""

import base64
import io
import struct
import zlib
from xml.sax.saxutils import escape, quoteattr

from docx.image.image import Image as ImageFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Mm
from lxml import etree

# Pale, so that a number in black can be read on each, whatever its width.
COLOURS = ("9DC3E6", "F4C795", "D0D0D0")
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


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
    def _inline(self, part):
        package = part.package
        taken = {str(p.partname) for p in package.iter_parts()}
        number = next(n for n in range(1, 10_000) if "/word/charts/chart%d.xml" % n not in taken)
        chart = Part(PackURI("/word/charts/chart%d.xml" % number),
                     "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                     chart_xml(self._picture).encode(), package)
        rel = part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
        categories = len(self._picture["categories"])
        height = Mm(6.5 * categories + (8 if len(self._picture["series"]) == 1 else 18))
        return (
            '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
            'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
            '<wp:extent cx="%d" cy="%d"/><wp:docPr id="1" name=%s descr=%s/>'
            '<wp:cNvGraphicFramePr/><a:graphic xmlns:a="%s"><a:graphicData uri="%s">'
            '<c:chart xmlns:c="%s" xmlns:r="%s" r:id="%s"/></a:graphicData></a:graphic></wp:inline>'
            % (Mm(165), height, quoteattr(self._picture["name"]), quoteattr(self._picture["alt"]),
               A, C, C, R, rel))


def text_properties(size):
    return ('<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="%d" b="0">'
            '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
            '<a:latin typeface="Times New Roman"/><a:cs typeface="Times New Roman"/>'
            "</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>" % (size * 100))


def points(kind, values):
    return "".join('<c:pt idx="%d"><c:v>%s</c:v></c:pt>' % (i, escape(str(v)))
                   for i, v in enumerate(values))


def series_xml(place, series, categories, is_alone):
    count = '<c:ptCount val="%d"/>' % len(categories)
    return (
        '<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:strRef><c:f>A!$%s$1</c:f>'
        '<c:strCache><c:ptCount val="1"/>%s</c:strCache></c:strRef></c:tx>'
        '<c:spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:ln w="6350"><a:solidFill>'
        '<a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr>'
        '<c:invertIfNegative val="0"/>'
        # A nought beside a bar that is not there says nothing.
        '<c:dLbls><c:numFmt formatCode="0;;;" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>%s'
        '<c:dLblPos val="%s"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        '<c:cat><c:strRef><c:f>A!$A$2:$A$%d</c:f><c:strCache>%s%s</c:strCache></c:strRef></c:cat>'
        '<c:val><c:numRef><c:f>A!$%s$2:$%s$%d</c:f><c:numCache><c:formatCode>0</c:formatCode>%s%s'
        "</c:numCache></c:numRef></c:val></c:ser>"
        % (place, place, "BCD"[place], points("str", [series["name"]]), COLOURS[place],
           text_properties(10), "outEnd" if is_alone else "ctr", len(categories) + 1, count,
           points("str", categories),
           "BCD"[place], "BCD"[place], len(categories) + 1, count, points("num", series["values"])))


# Bars from the left, the first at the top, a number at each; no grid, no scale.
def chart_xml(chart):
    axis = '<c:crossAx val="%d"/><c:crosses val="autoZero"/>'
    is_alone = len(chart["series"]) == 1
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<c:chartSpace xmlns:c="%s" xmlns:a="%s" xmlns:r="%s"><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="%s"/><c:varyColors val="0"/>%s'
        '<c:gapWidth val="%d"/><c:overlap val="%d"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        "</c:spPr>"
        "%s%s</c:catAx>"
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/>'
        '</c:scaling><c:delete val="1"/><c:axPos val="t"/>'
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>%s</c:valAx>'
        "</c:plotArea>%s<c:plotVisOnly val=\"1\"/></c:chart>"
        "<c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:ln><a:noFill/></a:ln>"
        "</c:spPr>%s</c:chartSpace>"
        % (C, A, R, "clustered" if is_alone else "stacked",
           "".join(series_xml(i, s, chart["categories"], is_alone)
                   for i, s in enumerate(chart["series"])),
           45, 0 if is_alone else 100, text_properties(10), axis % 2, axis % 1,
           "" if is_alone else
           '<c:legend><c:legendPos val="b"/><c:overlay val="0"/>%s</c:legend>'
           % text_properties(10), text_properties(10)))


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


def of(template, pictures):
    made = {}
    for name, picture in pictures.items():
        if not picture or is_damaged(picture):
            made[name] = ""
        else:
            made[name] = (Chart if "series" in picture else Image)(template, picture)
    return made
