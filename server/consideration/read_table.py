# Prints one sheet of a workbook as JSON, for edited_table.cpp, which also says what the words are.
# The workbook comes on standard input; it may be anything that somebody sent. Bounds and the names
# of the sheet that is wanted are in the arguments; memory, time and network are cut from outside.
# Runs nothing of what it reads: formulas are read as the values that were saved with them, macros
# and links are not looked at.
import datetime
import io
import json
import os
import re
import sys
import zipfile

parts_max, unpacked_max, rows_max, columns_max, said_max = map(int, sys.argv[1:6])
wanted_sheets = [name.casefold() for name in sys.argv[6:]]

# What these would bring along is not needed, and some of it reserves more memory than we have.
for absent in ("numpy", "lxml", "PIL", "pandas"):
    sys.modules[absent] = None


# Some programs write every element with a prefix.
FORMULA = re.compile(rb"<(?:[^\s<>/:]+:)?f[\s/>]")


class Refused(Exception):
    """A word of table_refusal in edited_table.hpp."""


def refuse_what_no_reader_needs(event, arguments):
    starts = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn",
              "os.system", "ctypes.")
    is_start = event.startswith(starts)
    is_write = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if is_start or is_write:
        raise Refused("unreadable")


# Before anything unpacks: how many parts there are and how large they say they are. More than it
# says, zipfile takes out of none. Declarations of entities are in no workbook that a program for
# tables saved; refused, they can neither grow nor fetch anything. True: it holds formulas.
def look_into(raw):
    if not zipfile.is_zipfile(io.BytesIO(raw)):
        raise Refused("not_a_workbook")
    has_formulas = False
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        parts = packed.infolist()
        if len(parts) > parts_max or sum(part.file_size for part in parts) > unpacked_max:
            raise Refused("too_large")
        if any(part.flag_bits & 1 for part in parts):
            raise Refused("encrypted")
        if "[Content_Types].xml" not in packed.namelist():
            raise Refused("not_a_workbook")
        for part in parts:
            if not part.filename.lower().endswith((".xml", ".rels")):
                continue
            text = packed.read(part)
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text or b"\0" in text:
                raise Refused("unreadable")
            has_formulas = has_formulas or FORMULA.search(text) is not None
    return has_formulas


def text_of(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time()
        return value.strftime("%d.%m.%Y" if is_day else "%d.%m.%Y %H:%M")
    if isinstance(value, datetime.date):
        return value.strftime("%d.%m.%Y")
    return str(value)


def sheet_of(raw, with_values):
    import openpyxl

    book = openpyxl.load_workbook(
        io.BytesIO(raw), read_only=True, data_only=with_values, keep_links=False)
    sheets = book.worksheets
    if not sheets:
        raise Refused("not_a_workbook")
    named = [s for s in sheets if s.title.strip().casefold() in wanted_sheets]
    return (named or sheets)[0]


# To the last row, which programs write at the very end for its looks: told to stop at a row,
# openpyxl stops before a gap that reaches beyond it, and nobody would learn what stands there.
def lines_of(sheet):
    sheet.reset_dimensions()
    return sheet.iter_rows(max_col=columns_max, values_only=True)


# The rows of a gap are a million at most, and all but free.
def is_blank(values):
    return values.count(None) == len(values)


# A formula that no program has counted yet has no value: false, so that it is not taken for a cell
# that somebody emptied.
def cells_of(values, formulas):
    cells = [text_of(value) for value in values]
    for at, formula in enumerate(formulas):
        is_formula = isinstance(formula, str) and formula.startswith("=")
        if is_formula and values[at] is None:
            cells[at] = False
    while cells and cells[-1] == "":
        cells.pop()
    return cells


def read(raw):
    has_formulas = look_into(raw)
    sheet = sheet_of(raw, with_values=True)
    formulas = lines_of(sheet_of(raw, with_values=False)) if has_formulas else None
    rows = []
    for number, values in enumerate(lines_of(sheet), 1):
        beside = next(formulas, ()) if formulas else ()
        if is_blank(values) and is_blank(beside):
            continue
        cells = cells_of(values, beside)
        if cells and number > rows_max:
            raise Refused("too_large")
        if cells:
            rows.append([number, cells])
    return {"sheet": sheet.title, "rows": rows}


def answer():
    try:
        import openpyxl
    except ImportError:
        return {"refusal": "package_missing"}
    try:
        sys.addaudithook(refuse_what_no_reader_needs)
        said = read(sys.stdin.buffer.read())
    except Refused as why:
        return {"refusal": str(why)}
    except MemoryError:
        return {"refusal": "too_large"}
    except Exception:  # a file that is broken in a way nobody thought of
        return {"refusal": "unreadable"}
    return said


said = json.dumps(answer(), ensure_ascii=False).encode("utf-8", "replace")
if len(said) > said_max:
    said = b'{"refusal": "too_large"}'
sys.stdout.buffer.write(said)
