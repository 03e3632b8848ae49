#!/usr/bin/python3
"""Reads a report of any format and prints what it says as JSON, in one shape for all of them.

usage: read_report.py FORMAT FILE

Every format is read by somebody else's reader: Python's csv, json, html and zip and
openpyxl. What a format does not say is not in its answer:

  proposals   {number: {"text", "total"}} of the published ones
  ranking     [[place, number, total]]
  areas       {name: [proposals, total]}
  totals      {"submitted": 109, ...}
  indicators  [value or null], in their order; percents as 42.5
  text        all of it, to be searched
"""
import json
import sys

import tables
import words
from packed import parts_of


def from_json(file):
    with open(file, encoding="utf-8") as f:
        text = f.read()
    r = json.loads(text)
    voting = r["voting"]
    totals = {k: v for k, v in r["totals"].items() if isinstance(v, int)}
    return {
        "proposals": {
            str(p["number"]): {"text": p["text"], "total": p["total"]} for p in r["proposals"]
        },
        "ranking": [[x["place"], x["number"], x["total"]] for x in voting["ranking"]]
        if voting
        else [],
        "areas": {
            next(a["full_name"] for a in r["session"]["areas"] if a["slug"] == x["slug"]): [
                x["proposals"],
                x["total"],
            ]
            for x in r["areas"]
        },
        "totals": {k: totals[k] for k in words.TOTALS.values()},
        "indicators": [x["value"] for x in r["indicators"]],
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
    found, text = tables.of_html(file)
    return {**tables.figures_of(found), "text": text}


def from_xlsx(file):
    return {**tables.figures_of(tables.of_xlsx(file)), "text": parts_of(file)}


# A format is one line here and one in formats_test.mjs.
READERS = {
    "json": from_json,
    "csv": from_csv,
    "excel.csv": from_excel_csv,
    "html": from_html,
    "xlsx": from_xlsx,
}


def main():
    said = READERS[sys.argv[1]](sys.argv[2])
    json.dump(said, sys.stdout)


main()
