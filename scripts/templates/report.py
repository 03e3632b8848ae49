"""The template of the report, in the order of the council's outline."""

from page import Page
from docx.shared import Mm, Pt


def make(w):
    page = Page(w["language"])
    letterhead(page, w)
    session(page, w)
    people(page, w)
    proposals(page, w)
    voting(page, w)
    consideration(page, w)
    ending(page, w)
    annexes(page, w)
    return page.doc


# A label, and what the council said or a line to write on.
def line(page, label, key, style="Body Text"):
    page.text("%s: {{ %s or blank }}" % (label, key), style)


def letterhead(page, w):
    page.when("is_working", lambda: page.text(w["working"], align="center", bold=True))
    page.when("logo", lambda: page.text("{{ logo }}", align="center"))
    page.text("{{ authority }}", "Letterhead")
    page.when("authority_id",
              lambda: page.text(w["authority_id"] + ": {{ authority_id }}", align="center"))
    page.text(w["report"], "Title")
    page.text(w["about"], align="center")
    page.text("«{{ title }}»", align="center", bold=True)
    ends = page.text("{{ date }}\t" + w["index"] + " ____________", "Normal")
    ends.paragraph_format.tab_stops.add_tab_stop(Mm(170), alignment=2)
    ends.paragraph_format.space_before = Pt(12)
    line(page, w["place"], "place", "Normal")
    page.contents(w["contents"])


def session(page, w):
    page.heading("1. " + w["organ"], new_page=True)
    page.text("{{ authority }}")
    page.when("cattutc", lambda: page.text(w["cattutc"] + ": {{ cattutc }}"))
    for label, key in (("ground", "ground"), ("partners", "partners"),
                       ("facilitators", "facilitators")):
        line(page, w[label], key)
    page.heading("2. " + w["question"])
    page.when("question", lambda: page.text(w["asked"] + ": {{ question }}"),
              lambda: page.text(w["no_question"]))
    line(page, w["aim"], "aim")
    line(page, w["term"], "term")
    page.heading("3. " + w["procedure"])
    page.text("{{ held }}")
    line(page, w["notice"], "notice")
    page.each("rule in rules", "{{ rule }}", "List Bullet")
    page.caption(w["table"], w["phases_caption"])
    page.table([(w["c_phase"], 50, "{{ phase.name }}", "left"),
                (w["c_began"], 25, "{{ phase.began }}", "center"),
                (w["c_ended"], 27, "{{ phase.ended }}", "center"),
                (w["c_lasted"], 34, "{{ phase.lasted }}", "left"),
                (w["c_planned"], 34, "{{ phase.planned }}", "left")], "phase in phases")
    page.when("pauses", lambda: pauses(page, w), lambda: page.text(w["no_pauses"]))


def pauses(page, w):
    page.caption(w["table"], w["pauses_caption"])
    page.table([(w["c_reason"], 45, "{{ pause.reason }}", "left"),
                (w["c_phase"], 40, "{{ pause.phase }}", "left"),
                (w["c_began"], 25, "{{ pause.began }}", "center"),
                (w["c_ended"], 27, "{{ pause.ended }}", "center"),
                (w["c_lasted"], 33, "{{ pause.lasted }}", "left")], "pause in pauses")


def counts(page, w, caption, head, rows, value="people"):
    page.caption(w["table"], w[caption])
    page.table([(w[head], 130, "{{ row.name }}", "left"),
                (w["c_people" if value == "people" else "c_count"], 40, "{{ row.value }}",
                 "right")], "row in " + rows)


def people(page, w):
    page.heading("4. " + w["people"])
    page.text("{{ people }}")
    page.when("tables", lambda: counts(page, w, "tables_caption", "c_table", "tables"))
    page.when("settlements",
              lambda: counts(page, w, "settlements_caption", "c_settlement", "settlements"))

    def warmup():
        page.text(w["warmup"] + ": {{ warmup_question }}")
        counts(page, w, "warmup_caption", "c_answer", "warmup", "count")
    page.when("warmup", warmup)


def proposals(page, w):
    page.heading("5. " + w["proposals"])
    page.when("proposals_came", lambda: figures(page, w),
              lambda: page.text("{{ no_proposals }}"))
    page.when("sentences", lambda: sentences(page, w))


def figures(page, w):
    page.caption(w["table"], w["figures_caption"])
    page.table([(w["c_figure"], 130, "{{ row.name }}", "left"),
                (w["c_count"], 40, "{{ row.value }}", "right")], "row in figures")
    page.text("{{ by_channel }}")
    page.when("late", lambda: page.text("{{ late }}"))
    page.caption(w["table"], w["areas_caption"])
    page.table([(w["c_area"], 110, "{{ area.name }}", "left"),
                (w["c_proposals"], 30, "{{ area.proposals }}", "right"),
                (w["c_votes"], 30, "{{ area.votes }}", "right")], "area in areas")
    page.when("areas_chart", lambda: chart(page, w, "areas_chart", "areas_caption"))


def chart(page, w, key, caption):
    page.text("{{ %s }}" % key, "Picture")
    page.caption(w["figure"], w[caption], "Figure Caption")


def sentences(page, w):
    page.caption(w["table"], w["sentences_caption"])
    page.table([(w["c_table"], 20, "{{ row.table }}", "right"),
                (w["c_said"], 150, "{{ row.text }}", "left")], "row in sentences")


def voting(page, w):
    page.heading("6. " + w["voting"])
    page.each("line in voting", "{{ line }}", "Body Text")

    def ranking():
        page.caption(w["table"], w["ranking_caption"])
        page.table([(w["c_place"], 16, "{{ row.place }}", "right"),
                    (w["c_no"], 14, "{{ row.number }}", "right"),
                    (w["c_text"], 110, "{{ row.text }}", "left"),
                    (w["c_votes"], 30, "{{ row.votes }}", "right")], "row in ranking", is_kept=False)
        page.when("ranking_chart", lambda: chart(page, w, "ranking_chart", "ranking_caption"))
    page.when("ranking", ranking)


def consideration(page, w):
    page.section(is_wide=True)
    page.heading("7. " + w["consideration"])

    def table():
        page.text(w["outcomes"], "Small")
        page.caption(w["table"], w["consideration_caption"])
        page.table([(w["c_number"], 10, "{{ p.number }}", "right"),
                    (w["c_at"], 15, "{{ p.at }}", "center"),
                    (w["c_author"], 22, "{{ p.author }}", "left"),
                    (w["c_text"], 53, "{{ p.text }}", "left"),
                    (w["c_area"], 25, "{{ p.areas }}", "left"),
                    (w["c_votes"], 15, "{{ p.votes }}", "right"),
                    (w["c_goal"], 26, "{{ p.goal }}", "left"),
                    (w["c_outcome"], 21, "{{ p.outcome }}", "left"),
                    (w["c_justification"], 27, "{{ p.justification }}", "left"),
                    (w["c_responsible"], 26, "{{ p.responsible }}", "left"),
                    (w["c_deadline"], 17, "{{ p.deadline }}", "left")],
                   "p in proposals", small=True)
    page.when("proposals", table, lambda: page.text("{{ no_proposals }}"))


def ending(page, w):
    page.section(is_wide=False)
    page.heading("8. " + w["decisions"])
    page.each("line in outcomes", "{{ line }}", "List Bullet")
    page.text(w["decision_taken"] + ": {{ blank }}")
    line(page, w["next_steps"], "next_steps")
    line(page, w["contacts"], "contacts")
    page.heading("9. " + w["indicators"])
    page.caption(w["table"], w["indicators_caption"])
    page.table([(w["c_figure"], 130, "{{ row.name }}", "left"),
                (w["c_value"], 40, "{{ row.value }}", "right")], "row in indicators")
    page.heading("10. " + w["caveats"])
    page.each("caveat in caveats", "{{ caveat }}", "Body Text")
    signatures(page, w)


def signatures(page, w):
    page.heading(w["signatures"], level=2)
    grid = page.grid([120, 50], has_lines=False)
    page._fill(grid.rows[0], [("{{ signer or blank }}", "Cell", "left"),
                              ("____________", "Cell", "center")])
    page._fill(grid.add_row(), [("(%s, %s)" % (w["position"], w["name"]), "Small", "left"),
                                ("(%s)" % w["signature"], "Small", "center")])
    for row in grid.rows:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    page.text(w["signed_on"] + ": {{ blank }}").paragraph_format.space_before = Pt(6)
    page.text(w["qualified"], "Small")


def annex(page, w, number, key):
    page.heading("%s %d. %s" % (w["annex"], number, w[key]), new_page=True)


def annexes(page, w):
    annex(page, w, 1, "list")
    page.when("proposals", lambda: full_list(page, w), lambda: page.text("{{ no_proposals }}"))
    annex(page, w, 2, "merged")
    page.when("merged", lambda: merged(page, w), lambda: page.text("{{ no_merged }}"))
    page.when("merged_unpublished", lambda: page.text("{{ merged_unpublished }}"))
    annex(page, w, 3, "moderation")
    page.when("hidden", lambda: hidden(page, w), lambda: page.text("{{ no_hidden }}"))
    page.each("row in moderation", "{{ row.name }}: {{ row.value }}", "List Bullet")
    page.text("{{ hidden_never }}")
    page.when("corrected", lambda: page.text("{{ corrected }}"))
    page.when("moderation_log", lambda: moderation_log(page, w))
    annex(page, w, 4, "programme")
    page.each("step in programme", "{{ step }}", "List Number")
    annex(page, w, 5, "method")
    page.each("way in method", "{{ way }}", "List Bullet")
    annex(page, w, 6, "data")
    line(page, w["dataset"], "site")
    page.text(w["files"] + ": {{ files }}")
    page.text(w["head"] + ":")
    page.text("{{ head }}", "Digest")
    page.when("head_words", lambda: page.text(w["head_words"] + ": {{ head_words }}"))
    page.text("{{ head_qr }}")
    page.each("line in chain", "{{ line }}", "Body Text")
    page.text("{{ made_by }}", "Small")


def full_list(page, w):
    page.caption(w["table"], w["list_caption"])
    page.table([(w["c_no"], 11, "{{ p.number }}", "right"),
                (w["c_at"], 14, "{{ p.at }}", "center"),
                (w["c_text"], 54, "{{ p.full_text }}", "left"),
                (w["c_area"], 25, "{{ p.areas }}", "left"),
                (w["c_channel"], 17, "{{ p.channel }}", "left"),
                (w["c_votes"], 14, "{{ p.votes }}", "right"),
                (w["c_supports"], 18, "{{ p.supports }}", "right"),
                (w["c_merged"], 17, "{{ p.merged }}", "left")],
               "p in proposals", small=True)
    page.each("note in list_notes", "{{ note }}", "Body Text")


def merged(page, w):
    page.caption(w["table"], w["merged_caption"])
    page.table([(w["c_into"], 20, "{{ m.into }}", "right"),
                (w["c_no"], 12, "{{ m.number }}", "right"),
                (w["c_at"], 18, "{{ m.at }}", "center"),
                (w["c_text"], 85, "{{ m.full_text }}", "left"),
                (w["c_area"], 35, "{{ m.areas }}", "left")], "m in merged", small=True)


def hidden(page, w):
    page.caption(w["table"], w["hidden_caption"])
    page.table([(w["c_reason"], 130, "{{ row.name }}", "left"),
                (w["c_count"], 40, "{{ row.value }}", "right")], "row in hidden")


def moderation_log(page, w):
    page.caption(w["table"], w["log_caption"])
    page.table([(w["c_no"], 20, "{{ row.number }}", "right"),
                (w["c_done"], 70, "{{ row.done }}", "left"),
                (w["c_why"], 80, "{{ row.why }}", "left")], "row in moderation_log", small=True)
