#!/usr/bin/python3
"""Reads a workbook with openpyxl, which is not ours, and prints all of it as JSON.

usage: read_xlsx.py FILE

{"properties": {...}, "parts": {name: text}, "sheets": [{"name", "rows": [[cell]], ...}]}, where a
cell is null or {"is": one of "text", "number", "time", "formula", "link", "value", "format"}.
"""
import json
import sys
import zipfile

import openpyxl


def cell_of(cell):
    if cell.hyperlink is not None:
        return {"is": "link", "value": str(cell.value), "format": ""}
    if cell.value is None:
        return None
    kind = {"s": "text", "n": "number", "d": "time", "f": "formula"}.get(cell.data_type, "other")
    value = cell.value.isoformat() if kind == "time" else cell.value
    return {"is": kind, "value": value, "format": cell.number_format}


def chart_of(chart):
    return {
        "title": "".join(run.t for p in chart.title.tx.rich.p for run in p.r),
        "series": [
            {"names": s.cat.strRef.f if s.cat.strRef else s.cat.numRef.f, "values": s.val.numRef.f}
            for s in chart.series
        ],
    }


def sheet_of(sheet):
    rules = sheet.data_validations.dataValidation
    return {
        "name": sheet.title,
        "state": sheet.sheet_state,
        "rows": [[cell_of(c) for c in row] for row in sheet.iter_rows()],
        "widths": [d.width for _, d in sorted(sheet.column_dimensions.items())],
        "hidden": any(d.hidden for d in sheet.column_dimensions.values())
        or any(d.hidden for d in sheet.row_dimensions.values()),
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "choices": [{"of": str(r.sqref), "from": r.formula1, "kind": r.type} for r in rules],
        "wraps": [bool(c.alignment.wrap_text) for c in sheet[2]] if sheet.max_row > 1 else [],
        "landscape": sheet.page_setup.orientation == "landscape",
        "paper": sheet.page_setup.paperSize,
        "one_page_wide": bool(sheet.sheet_properties.pageSetUpPr.fitToPage)
        and sheet.page_setup.fitToWidth in (None, 1)
        and sheet.page_setup.fitToHeight == 0,
        "repeated": sheet.print_title_rows,
        "header": sheet.oddHeader.right.text or "",
        "charts": [chart_of(c) for c in sheet._charts],
    }


def main():
    book = openpyxl.load_workbook(sys.argv[1])
    said = book.properties
    with zipfile.ZipFile(sys.argv[1]) as parts:
        texts = {i.filename: parts.read(i).decode("utf-8") for i in parts.infolist()}
        times = sorted({"%04d-%02d-%02d" % i.date_time[:3] for i in parts.infolist()})
    json.dump(
        {
            "properties": {
                "title": said.title,
                "creator": said.creator,
                "created": said.created.isoformat(),
            },
            "times": times,
            "parts": texts,
            "sheets": [sheet_of(s) for s in book.worksheets],
        },
        sys.stdout,
    )


main()
