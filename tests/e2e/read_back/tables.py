"""Tables out of files, and figures out of tables. A table is known by the titles of its columns,
so the same rules serve every format that is made of tables."""
import csv
import html.parser
import io
import re

import words


def number(said):
    """What a cell says as a number; None where it says none."""
    if isinstance(said, (int, float)):
        return said
    plain = str(said).replace("\u00a0", "").replace("%", "").replace(",", ".").strip()
    try:
        value = float(plain)
    except ValueError:
        return None
    return int(value) if value == int(value) else value


def first_number(said):
    """Of a cell that says more below it: «5» in «5 / онлайн 1»."""
    return number(str(said).split("\n")[0]) if said is not None else None


def voting_in(text):
    """The turnout out of its sentence; None where nothing was voted."""
    found = re.search(words.VOTED, text)
    return {k: number("".join(v.split())) for k, v in found.groupdict().items()} if found else None


def head_in(text):
    """The fingerprint of the chain; more than one would be said to differ from it."""
    return " ".join(sorted(set(re.findall(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", text))))


def of_csv(file, separator):
    with open(file, encoding="utf-8-sig", newline="") as f:
        text = f.read()
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator)), text


class HtmlTables(html.parser.HTMLParser):
    """Cells as a browser would show them, a line for every <br>; comments are text as well."""

    def __init__(self):
        super().__init__()
        self.tables = []
        self.text = []
        self.headings = []
        self.cell = None
        self.is_heading = False

    def handle_starttag(self, tag, attrs):
        self.text.extend(value for _, value in attrs if value)
        self.is_heading = tag == "h2"
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.cell = []
        elif tag == "br" and self.cell is not None:
            self.cell.append("\n")

    def handle_endtag(self, tag):
        self.is_heading = False
        if tag in ("td", "th"):
            self.tables[-1][-1].append("".join(self.cell))
            self.cell = None

    def handle_data(self, data):
        self.text.append(data)
        if self.is_heading:
            self.headings.append(data)
        if self.cell is not None:
            self.cell.append(data)

    handle_comment = handle_data


def of_html(file):
    reader = HtmlTables()
    with open(file, encoding="utf-8") as f:
        reader.feed(f.read())
    return reader.tables, reader.headings, "\n".join(reader.text)


def shown(cell):
    """A percent is 0.425 in a sheet and 42.5 everywhere else."""
    if isinstance(cell.value, (int, float)) and "%" in cell.number_format:
        return round(cell.value * 100, 6)
    return "" if cell.value is None else cell.value


def of_xlsx(file):
    import openpyxl  # slow to come, and one format's only

    book = openpyxl.load_workbook(file)
    return [[[shown(c) for c in row] for row in sheet.iter_rows()] for sheet in book.worksheets]


class Rows:
    """A table whose first row are titles."""

    def __init__(self, table):
        titles = [" ".join(str(title).split()) for title in table[0]] if table else []
        self.head = [words.SAME.get(title, title) for title in titles]
        self.rest = table[1:]

    def has(self, *titles):
        return all(title in self.head for title in titles)

    def of(self, row, title):
        at = self.head.index(title) if title in self.head else len(row)
        return row[at] if at < len(row) else ""

    def total(self, row):
        title = next((t for t in words.TOTAL if t in self.head), None)
        return first_number(self.of(row, title)) if title else None


def put_proposals(rows, said):
    for row in rows.rest:
        number_said = number(rows.of(row, words.NUMBER))
        if number_said is None or rows.of(row, words.INTO) != "":
            continue  # a sentence, or a text merged into another
        one = {"text": str(rows.of(row, words.TEXT)), "total": rows.total(row)}
        said.setdefault("proposals", {})[str(number_said)] = one


def put_ranking(rows, said):
    for row in rows.rest:
        place = number(rows.of(row, words.PLACE))
        if place is not None:
            line = [place, number(rows.of(row, words.NUMBER)), rows.total(row)]
            said.setdefault("ranking", []).append(line)


def put_areas(rows, said):
    for row in rows.rest:
        name = str(rows.of(row, words.AREA))
        pair = [number(rows.of(row, words.PROPOSALS)), rows.total(row)]
        said.setdefault("areas", {})[name] = pair


def put_figures(rows, said):
    title = words.VALUE if rows.has(words.VALUE) else words.COUNT
    for row in rows.rest:
        name = str(rows.of(row, words.FIGURE)).strip()
        value = number(rows.of(row, title))
        section = str(rows.of(row, words.SECTION))
        if name in words.TOTALS:
            said.setdefault("totals", {})[words.TOTALS[name]] = value
        elif section == words.SECTION_VOTES and name in words.VOTES:
            votes = said.setdefault("voting", {})
            votes[words.VOTES[name]] = votes.get(words.VOTES[name], 0) + value
        elif title == words.VALUE and section in ("", words.SECTION_INDICATORS):
            said.setdefault("indicators", []).append(value)


def figures_of(tables):
    said = {}
    for table in tables:
        rows = Rows(table)
        if rows.has(words.PLACE, words.NUMBER):
            put_ranking(rows, said)
        elif rows.has(words.TEXT, words.NUMBER) and "proposals" not in said:
            if rows.has(words.INTO) and not rows.has("Результат розгляду"):
                continue  # the annex of merged texts
            put_proposals(rows, said)
        elif rows.has(words.AREA, words.PROPOSALS):
            put_areas(rows, said)
        elif rows.has(words.FIGURE):
            put_figures(rows, said)
    return said
