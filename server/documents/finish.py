"""What a filled document still needs: numbers of tables, its contents, its properties, its date;
and what of the template it does not."""

import copy
import datetime
import io
import zipfile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

import long_tables


def element(tag, **attributes):
    out = OxmlElement(tag)
    for name, value in attributes.items():
        out.set(qn("w:" + name), str(value))
    return out


def run_of(*children):
    run = element("w:r")
    for child in children:
        run.append(child)
    return run


def text_run(text):
    node = element("w:t")
    node.text = text
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run_of(node)


def field_run(kind, **more):
    return run_of(element("w:fldChar", fldCharType=kind, **more))


def code_run(code):
    node = element("w:instrText")
    node.text = code
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run_of(node)


# Word keeps the number a field had; rows of the template may have come and gone.
def number_captions(body):
    counts = {}
    for field in body.iter(qn("w:fldSimple")):
        code = (field.get(qn("w:instr")) or "").split()
        if len(code) < 2 or code[0] != "SEQ":
            continue
        counts[code[1]] = counts.get(code[1], 0) + 1
        texts = list(field.iter(qn("w:t")))
        if texts:
            texts[0].text = str(counts[code[1]])


def heading_styles(docx):
    return {style.style_id for style in docx.styles
            if style.name.lower() == "heading 1"}


def headings_of(docx):
    styles = heading_styles(docx)
    found = []
    for line in docx.element.body.iter(qn("w:p")):
        style = line.find(qn("w:pPr") + "/" + qn("w:pStyle"))
        if style is not None and style.get(qn("w:val")) in styles:
            text = "".join(t.text or "" for t in line.iter(qn("w:t"))).strip()
            if text:
                found.append((line, text))
    return found


# The lines from the one that begins the field to the one that ends it.
def contents_lines(body):
    for line in body.iter(qn("w:p")):
        if any((c.text or "").split()[:1] == ["TOC"] for c in line.iter(qn("w:instrText"))):
            break
    else:
        return []
    lines, depth = [], 0
    while line is not None:
        lines.append(line)
        for mark in line.iter(qn("w:fldChar")):
            depth += {"begin": 1, "end": -1}.get(mark.get(qn("w:fldCharType")), 0)
        if depth <= 0:
            return lines
        line = line.getnext()
        if line is not None and line.tag != qn("w:p"):
            return []
    return []


def entry_of(properties, text, name):
    line = element("w:p")
    if properties is not None:
        line.append(copy.deepcopy(properties))
    link = element("w:hyperlink", anchor=name, history=1)
    link.append(text_run(text))
    link.append(run_of(element("w:tab")))
    for piece in (field_run("begin", dirty="true"), code_run(" PAGEREF %s \\h " % name),
                  field_run("separate"), text_run("…"), field_run("end")):
        link.append(piece)
    line.append(link)
    return line


# Word updates the contents when it opens the document. LibreOffice takes what stands in a field of
# contents for text, page numbers too, but it counts them in references: so there is no field around
# them in what it converts.
def fill_contents(docx, is_converted):
    body = docx.element.body
    lines = contents_lines(body)
    headings = headings_of(docx)
    if not lines or not headings:
        return
    code = next((c.text for line in lines for c in line.iter(qn("w:instrText"))
                 if (c.text or "").split()[:1] == ["TOC"]), "")
    properties = lines[0].find(qn("w:pPr"))
    entries = []
    for number, (heading, text) in enumerate(headings):
        name = "_Toc%09d" % (100_000_000 + number)
        start = element("w:bookmarkStart", id=9000 + number, name=name)
        place = 1 if heading.find(qn("w:pPr")) is not None else 0
        heading.insert(place, start)
        heading.append(element("w:bookmarkEnd", id=9000 + number))
        entries.append(entry_of(properties, text, name))
    for entry in entries:
        lines[0].addprevious(entry)
    for line in lines:
        line.getparent().remove(line)
    if is_converted:
        return
    first = entries[0]
    at = 1 if first.find(qn("w:pPr")) is not None else 0
    for piece in reversed((field_run("begin", dirty="true"), code_run(code),
                           field_run("separate"))):
        first.insert(at, piece)
    entries[-1].append(field_run("end"))


def moment(document):
    return datetime.datetime.strptime(document["made_at"][:19], "%Y-%m-%dT%H:%M:%S")


# Properties say the moment in UTC, a zip in the time of its place.
def in_utc(document):
    at = datetime.datetime.fromisoformat(document["made_at"])
    return at.astimezone(datetime.timezone.utc).replace(tzinfo=None)


# A picture of the template's first page is none of this document's.
def drop_thumbnail(package):
    for name, rel in list(package.rels.items()):
        if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[name]


def finish(docx, document, is_converted):
    drop_thumbnail(docx.part.package)
    number_captions(docx.element.body)
    fill_contents(docx, is_converted)
    if is_converted:
        long_tables.split_all(docx.element.body)
    props = docx.core_properties
    props.title = document["title"][:255]
    props.author = document["author"][:255]
    props.last_modified_by = document["author"][:255]
    props.language = document["language"]
    props.comments = props.keywords = props.subject = ""
    props.created = props.modified = in_utc(document)


# A file of a package, at the moment the document was made and not at ours.
def put(package, name, data, document):
    at = moment(document)
    entry = zipfile.ZipInfo(name, (at.year, at.month, at.day, at.hour, at.minute, at.second))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    package.writestr(entry, data)


def dated(made, document):
    out = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            put(new, name, old.read(name), document)
    return out.getvalue()
