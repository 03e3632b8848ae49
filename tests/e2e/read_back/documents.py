"""Tables, headings and words of DOCX and ODT files, as their readers see them."""
import hashlib
import re
import xml.etree.ElementTree as xml
import zipfile

import docx
from docx.oxml.ns import qn
from docx.table import _Cell

import tables
import words
from packed import parts_of

ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}%s"


def odf(space, name):
    return ODF % (space, name)


# python-docx looks at the whole table for every row it is asked of; its cells by themselves are
# found once.
def docx_tables(document):
    return [
        [[_Cell(cell, table).text for cell in row.tc_lst] for row in table._tbl.tr_lst]
        for table in document.tables
    ]


def docx_text(document):
    lines = document.element.body.iter(qn("w:p"))
    return "\n".join("".join(t.text or "" for t in line.iter(qn("w:t"))) for line in lines)


def of_docx(file):
    document = docx.Document(file)
    found = docx_tables(document)
    with zipfile.ZipFile(file) as parts:
        media = [name for name in parts.namelist() if name.startswith("word/media/")]
        pictures = [hashlib.sha256(parts.read(name)).hexdigest() for name in media]
    return {
        "tables": found,
        "headings": [p.text for p in document.paragraphs if p.style.name == "Heading 1"],
        "pictures": pictures,
        "descriptions": [p.get("descr") for p in document.element.body.iter(qn("wp:docPr"))],
        "visible": docx_text(document),
        "made_at": document.core_properties.created.isoformat() + "Z",
    }


# What an element of ODF shows: blanks and breaks are elements.
def odf_text(element):
    if element.tag == odf("text", "s"):
        return " " * int(element.get(odf("text", "c"), "1"))
    if element.tag == odf("text", "tab"):
        return "\t"
    if element.tag == odf("text", "line-break"):
        return "\n"
    return (element.text or "") + "".join(odf_text(c) + (c.tail or "") for c in element)


def of_odt(file):
    with zipfile.ZipFile(file) as parts:
        content = xml.fromstring(parts.read("content.xml"))
    found = [
        [
            ["\n".join(odf_text(p) for p in cell) for cell in row.iter(odf("table", "table-cell"))]
            for row in table.iter(odf("table", "table-row"))
        ]
        for table in content.iter(odf("table", "table"))
    ]
    frames = content.iter(odf("drawing", "frame"))
    lines = [e for e in content.iter() if e.tag in (odf("text", "p"), odf("text", "h"))]
    headings = [e for e in lines if e.get(odf("text", "outline-level")) == "1"]
    return {
        "tables": found,
        "headings": [odf_text(e) for e in headings],
        "descriptions": [frame.findtext(odf("svg-compatible", "desc")) for frame in frames],
        "visible": "\n".join(odf_text(e) for e in lines),
    }


# What both say in the shape of every format.
def said_by(read, file):
    found = read(file)
    text = found.pop("visible")
    return {
        **tables.figures_of(found["tables"]),
        **found,
        "voting": tables.voting_in(text),
        "head": tables.head_in(text),
        "text": text + "\n" + parts_of(file),
    }


# Cards know the place and the total of their proposals.
def of_cards(file):
    document = docx.Document(file)
    fields = [cell for table in docx_tables(document) for row in table for cell in row]
    found = [re.fullmatch(words.CARD, field) for field in fields]
    lines = [[int(n) for n in card.groups()] for card in found if card]
    return {
        "ranking": [[place, number, total] for number, place, total in lines],
        "text": docx_text(document) + "\n" + parts_of(file),
    }
