#!/usr/bin/python3
"""Reads a report of any format and prints what it says as JSON, in one shape for all of them.

usage: read_report.py FORMAT FILE

Every format is read by somebody else's reader: Python's csv, json, html, xml and zip, openpyxl,
python-docx and poppler. What a format does not say is not in its answer:

  proposals   {number: {"text", "total"}} of the published ones; of a PDF, "row" instead of "text"
  ranking     [[place, number, total]]
  areas       {name: [proposals, total]}
  totals      {"submitted": 109, ...}
  indicators  [value or null], in their order; percents as 42.5
  voting      {"voters", "given", "counted"} or null
  voters      how many
  support     {number: votes}, without those that have none
  head        the fingerprint of the chain
  headings    of sections, in their order
  tables      of DOCX and ODT, with their rows and cells
  pictures    SHA-256 of those in a DOCX; "images", how many a PDF has
  made_at     of a DOCX, as its properties say it
  marks       of a PDF, for archives and for screen readers
  inside      what each file of a package says
  problems    what Word or Excel would not open
  text        all of it, to be searched
"""
import json
import sys

import tables
from packed import parts_of


def from_json(file):
    text = from_text(file)["text"]
    r = json.loads(text)
    voting = r["voting"]
    totals = {k: v for k, v in r["totals"].items() if isinstance(v, int)}
    names = {a["slug"]: a["full_name"] for a in r["session"]["areas"]}
    return {
        "proposals": {
            str(p["number"]): {"text": p["text"], "total": p["total"]} for p in r["proposals"]
        },
        "ranking": [[x["place"], x["number"], x["total"]] for x in voting["ranking"]]
        if voting
        else [],
        "areas": {names[x["slug"]]: [x["proposals"], x["total"]] for x in r["areas"]},
        "totals": {k: v for k, v in totals.items() if k in tables.words.TOTALS.values()},
        "indicators": [x["value"] for x in r["indicators"]],
        "voting": voting
        and {
            "voters": voting["voters"],
            "given": voting["votes_given"],
            "counted": voting["votes_counted"],
        },
        "voters": voting and voting["voters"],
        "support": {str(p["number"]): p["votes"] for p in r["proposals"] if p["votes"]},
        "head": r["chain_head"],
        "text": text,
    }


def from_csv(file):
    rows, text = tables.of_csv(file, ",")
    head, *rest = rows
    found = {}
    for cells in rest:
        row = dict(zip(head, cells))
        if row["status"] == "published":
            found[row["uid"].split("-")[1]] = {
                "text": row["description"],
                "total": tables.number(row["total"]),
            }
    return {"proposals": found, "text": text}


def from_excel_csv(file):
    rows, text = tables.of_csv(file, ";")
    said = tables.figures_of([rows])
    for one in said.get("proposals", {}).values():
        one["text"] = one["text"].removeprefix("'")
    return {**said, "text": text}


def from_html(file):
    found, headings, text = tables.of_html(file)
    return {
        **tables.figures_of(found),
        "voting": tables.voting_in(text),
        "head": tables.head_in(text),
        "headings": headings,
        "text": text,
    }


def from_xlsx(file):
    import office_file

    text = parts_of(file)
    return {
        **tables.figures_of(tables.of_xlsx(file)),
        "head": tables.head_in(text),
        "problems": office_file.problems_of(file),
        "text": text,
    }


# What takes long to come is asked for by those who need it.
def from_docx(file):
    import documents
    import office_file

    return {
        **documents.said_by(documents.of_docx, file),
        "problems": office_file.problems_of(file),
    }


def from_odt(file):
    import documents

    return documents.said_by(documents.of_odt, file)


def from_pdf(file):
    import pdf

    return pdf.of_pdf(file)


def from_cards(file):
    import documents
    import office_file

    return {**documents.of_cards(file), "problems": office_file.problems_of(file)}


def from_cards_zip(file):
    import package

    return package.of_cards(file, from_cards)


def from_package(file):
    import package

    readers = {"session.json": from_json, "proposals.csv": from_csv, "report.html": from_html}
    return package.of_package(file, readers)


def from_text(file):
    with open(file, encoding="utf-8") as f:
        return {"text": f.read()}


# A format is one line here and one in formats_test.mjs.
READERS = {
    "json": from_json,
    "csv": from_csv,
    "excel.csv": from_excel_csv,
    "html": from_html,
    "xlsx": from_xlsx,
    "docx": from_docx,
    "odt": from_odt,
    "pdf": from_pdf,
    "cards.docx": from_cards,
    "cards.zip": from_cards_zip,
    "zip": from_package,
    "journal.jsonl": from_text,
    "notice.txt": from_text,
    "news.txt": from_text,
}


def main():
    said = READERS[sys.argv[1]](sys.argv[2])
    json.dump(said, sys.stdout)


main()
