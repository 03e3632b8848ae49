"""What a PDF says, by poppler's programs. Tables are told apart by their captions: a PDF knows no
cells, so a row is known by how it begins and ends."""
import re
import subprocess
import xml.etree.ElementTree as xml

import tables
import words
from tables import number


def told(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def bytes_of(file):
    with open(file, "rb") as f:
        return f.read()


# Titles, bookmarks and what is said instead of pictures: strings that no page shows.
def unseen(file):
    found = re.findall(rb"<FEFF((?:[0-9A-F]{4})+)>", bytes_of(file))
    return [bytes.fromhex(one.decode()).decode("utf-16-be", errors="replace") for one in found]


# From one caption to the next.
def under_captions(text):
    found = {}
    lines = []
    for line in text.split("\n"):
        caption = re.fullmatch(words.CAPTION, line.strip())
        if caption:
            lines = found.setdefault(caption.group(1), [])
        else:
            lines.append(line)
    return found


# Of the lines that have so many cells.
def rows_in(lines, cells):
    rows = [re.split(r"\s{2,}", line.strip()) for line in lines]
    return [row for row in rows if len(row) == cells]


def figures_in(lines):
    return [row for row in rows_in(lines, 2) if row[1] == "—" or number(row[1]) is not None]


def areas_in(lines):
    return {
        name: [number(proposals), number(total)]
        for name, proposals, total in rows_in(lines, 3)
        if number(proposals) is not None
    }


def ranking_in(lines):
    rows = [re.fullmatch(r"(\d+)\s+(\d+)\s.*\s(\d+)", line.strip()) for line in lines]
    return [[int(n) for n in row.groups()] for row in rows if row]


# In the order in which cells were written: number, time, …, total. The last five columns are the
# council's, and empty, so that a row ends with its total; on the next page the page's number and
# the heads of columns come before the next row, and behind the last row the next section.
def proposals_in(lines):
    text = re.sub(r"\f\d+\n(?:№\s.*?Строк\n)?", "\f", "\n".join(lines), flags=re.DOTALL)
    _, *pieces = re.split(r"(?m)^\f?(\d+)(?= \d\d[:.]\d\d)", text)
    rows = [row.split("\f")[0] for row in pieces[1::2]]
    totals = [re.search(r"(\d+)\s*$", row) for row in rows]
    return {
        uid: {"row": row, "total": total and int(total.group(1))}
        for uid, row, total in zip(pieces[::2], rows, totals)
    }


def headings_of(file):
    outline = xml.fromstring(told("pdftohtml", "-xml", "-i", "-stdout", file)).find("outline")
    return [item.text for item in outline.findall("item")]


# What makes it a document for archives (PDF/A-2) and for screen readers (PDF/UA-1).
def marks_of(file):
    info = dict(re.findall(r"(?m)^(.+?):\s+(.*)$", told("pdfinfo", file)))
    marks = told("pdfinfo", "-meta", file)
    fonts = [line.split()[-5:] for line in told("pdffonts", file).splitlines()[2:]]
    structure = told("pdfinfo", "-struct", file)
    source = bytes_of(file)
    pictures = re.findall(rb"/S/Figure\n.*?\nendobj", source, flags=re.DOTALL)
    return {
        "archive": "".join(re.findall(r"<pdfaid:(?:part|conformance)>(\w+)<", marks)),
        "accessible": "".join(re.findall(r"<pdfuaid:part>(\w+)<", marks)),
        "tagged": info["Tagged"],
        "suspects": info["Suspects"],
        "javascript": info["JavaScript"],
        "title": info["Title"],
        "language": re.search(rb"/Lang\s*\(([\w-]+)\)", source).group(1).decode(),
        "fonts_left_out": [font for font in fonts if font[0] != "yes"],
        "attached": told("pdfdetach", "-list", file).strip(),
        "headings": len(re.findall(r"(?m)^\s*H1\b", structure)),
        "tables": len(re.findall(r"(?m)^\s*Table\b", structure)),
        "header_cells": len(re.findall(r"(?m)^\s*TH\b", structure)),
        "pictures": len(re.findall(r"(?m)^\s*Figure\b", structure)),
        "pictures_without_words": sum(b"/Alt" not in picture for picture in pictures),
    }


def of_pdf(file):
    in_order = told("pdftotext", "-raw", file, "-")
    laid_out = told("pdftotext", "-layout", file, "-")
    rows = under_captions(laid_out)
    written = under_captions(in_order).get(words.CAPTION_CONSIDERATION, [])
    indicators = figures_in(rows.get(words.CAPTION_INDICATORS, []))
    totals = figures_in(rows.get(words.CAPTION_TOTALS, []))
    return {
        "proposals": proposals_in(written),
        "ranking": ranking_in(rows.get(words.CAPTION_RANKING, [])),
        "areas": areas_in(rows.get(words.CAPTION_AREAS, [])),
        "totals": {words.TOTALS[k]: number(v) for k, v in totals if k in words.TOTALS},
        "indicators": [number(value) for _, value in indicators],
        "voting": tables.voting_in(" ".join(in_order.split())),
        "head": tables.head_in(in_order),
        "headings": headings_of(file),
        "marks": marks_of(file),
        "images": len(told("pdfimages", "-list", file).splitlines()) - 2,
        "text": "\n".join([in_order, laid_out, told("pdfinfo", "-meta", file), *unseen(file)]),
    }
