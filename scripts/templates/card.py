"""The template of the project-idea card: fourteen fields, one page for each idea."""

from page import Page
from docx.shared import Mm, Pt

# What Viche knows of a field; the others are the working group's.
FILLED = {
    1: "{{ card.task }}",
    2: "{{ card.title }}",
    4: "{{ card.territory }}",
    6: "{{ card.description }}",
    9: "{{ card.period }}",
    12: "{{ card.responsible }}",
    13: "{{ card.initiator }}",
    14: "{{ card.other }}",
}


def make(w):
    page = Page(w["language"])
    page.doc.sections[0].different_first_page_header_footer = False
    page.doc.sections[0].header.paragraphs[0].clear()
    page.tag("for card in cards")
    # Each card begins a page, with whichever line is its first.
    page.tag("if is_working")
    working = page.text(w["working"], align="center", bold=True)
    working.paragraph_format.page_break_before = True
    page.text("{{ authority }}", "Letterhead")
    page.tag("else")
    page.text("{{ authority }}", "Letterhead").paragraph_format.page_break_before = True
    page.tag("endif")
    title = page.heading(w["card"] + " " + w["index"] + "\u00a0{{ card.number }}")
    title.alignment = 1
    title.paragraph_format.space_before = Pt(6)
    page.text(w["card_session"] + " «{{ title }}», {{ date }}", align="center")
    table = page.table([("№", 10, "1", "right"), (w["card_field"], 60, w["f1"], "left"),
                        (w["card_content"], 100, FILLED[1], "left")])
    for number in range(2, 15):
        row = page._row(table)
        page._fill(row, [(str(number), "Cell", "right"), (w["f%d" % number], "Cell", "left"),
                         (FILLED.get(number, ""), "Cell", "left")])
    for row in table.rows[1:]:
        row.height = Mm(11)  # room to write; more text makes it higher
    page.tag("endfor")
    return page.doc
