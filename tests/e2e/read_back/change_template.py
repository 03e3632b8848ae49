#!/usr/bin/python3
"""Changes a Word template as a clerk does in Word, with python-docx.

usage: change_template.py FROM TO CHANGES

CHANGES is JSON, a list of [WHAT, ARGUMENT...]; each WHAT is a function below. What a change looks
for has to be there.
"""
import copy
import json
import sys

import docx
from docx.oxml.ns import qn
from docx.shared import Mm


def logo(document, picture):
    line = document.paragraphs[0].insert_paragraph_before()
    line.add_run().add_picture(picture, height=Mm(20))


def write(line, text):
    first, *others = line.runs
    first.text = text
    for run in others:
        run.text = ""


def heading(document, was, becomes):
    (line,) = [p for p in document.paragraphs if p.text == was and p.style.name == "Heading 1"]
    write(line, becomes)


def tables_with(document, title):
    found = [t for t in document.tables if title in [cell.text for cell in t.rows[0].cells]]
    assert found, f"no table has {title}"
    return found


def column(document, was, becomes):
    for table in tables_with(document, was):
        for cell in table.rows[0].cells:
            if cell.text == was:
                write(cell.paragraphs[0], becomes)


def without_column(document, title):
    for table in tables_with(document, title):
        at = [cell.text for cell in table.rows[0].cells].index(title)
        table._tbl.tblGrid.remove(table._tbl.tblGrid.gridCol_lst[at])
        for row in table._tbl.tr_lst:
            row.remove(row.tc_lst[at])


def section_first(document, title):
    """Moves what stands under a heading, up to the next one, before the first heading."""
    body = document.element.body
    headings = [p for p in document.paragraphs if p.style.name == "Heading 1"]
    (at,) = [i for i, p in enumerate(headings) if p.text == title]
    start, end = headings[at]._p, headings[at + 1]._p
    children = list(body)
    for element in children[children.index(start) : children.index(end)]:
        headings[0]._p.addprevious(element)


def in_pieces(document, text):
    """As Word leaves a line behind that was edited here and there."""
    (line,) = [p for p in document.paragraphs if p.text == text]
    run = line.runs[0]._r
    for i in range(0, len(text), 3):
        piece = copy.deepcopy(run)
        piece.find(qn("w:t")).text = text[i : i + 3]
        piece.find(qn("w:t")).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.addprevious(piece)
    run.getparent().remove(run)


def paragraph(document, text):
    document.paragraphs[0].insert_paragraph_before(text)


def cell(document, title, text):
    """Into the second column of the row that repeats."""
    write(tables_with(document, title)[0].rows[2].cells[1].paragraphs[0], text)


CHANGES = {
    f.__name__: f
    for f in (logo, heading, column, without_column, section_first, in_pieces, paragraph, cell)
}


def main():
    source, target, changes = sys.argv[1:]
    document = docx.Document(source)
    for what, *arguments in json.loads(changes):
        CHANGES[what](document, *arguments)
    document.save(target)


main()
