"""A page of a shipped template in the making: styles, headings, tables with rows that repeat.

Jinja tags of python3-docxtpl stand in the texts; docs/templates.md explains them to the clerk.
"""

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT = "Times New Roman"
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
# Between the margins of 30 and 10 mm.
PORTRAIT_MM = 170
LANDSCAPE_MM = 257


def element(tag, **attributes):
    out = OxmlElement(tag)
    for name, value in attributes.items():
        out.set(qn("w:" + name), str(value))
    return out


def set_font(style, size, bold=False):
    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = None
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn("w:" + name), FONT)


def set_paragraph(style, before, after, spacing=1.15, align="left"):
    form = style.paragraph_format
    form.space_before = Pt(before)
    form.space_after = Pt(after)
    form.line_spacing = spacing
    form.alignment = ALIGN[align]


class Page:
    def __init__(self, language):
        self.doc = Document()
        self.language = language
        self._drop_sample_texts()
        self._styles()
        self._section(self.doc.sections[0])
        self.doc.sections[0].different_first_page_header_footer = True
        self._page_number(self.doc.sections[0])
        settings = self.doc.settings.element
        # Word then lays out as it does today, not as in 2007.
        compat = element("w:compat")
        compat.append(element("w:compatSetting", name="compatibilityMode",
                              uri="http://schemas.microsoft.com/office/word", val=15))
        for old in settings.findall(qn("w:compat")):
            settings.remove(old)
        settings.append(compat)

    def _drop_sample_texts(self):
        body = self.doc.element.body
        for child in list(body):
            if child.tag != qn("w:sectPr"):
                body.remove(child)
        props = self.doc.core_properties
        for name in ("author", "comments", "keywords", "last_modified_by", "subject", "title"):
            setattr(props, name, "")

    def _styles(self):
        styles = self.doc.styles
        path = "/".join(qn(n) for n in ("w:docDefaults", "w:rPrDefault", "w:rPr"))
        defaults = styles.element.find(path)
        for old in defaults.findall(qn("w:lang")):
            defaults.remove(old)
        defaults.append(element("w:lang", val=self.language, eastAsia=self.language, bidi="ar-SA"))
        set_font(styles["Normal"], 12)
        set_paragraph(styles["Normal"], 0, 6)
        # A paragraph of a Ukrainian document: indented by 10 mm, both edges even.
        set_font(styles["Body Text"], 12)
        set_paragraph(styles["Body Text"], 0, 6, 1.15, "justify")
        styles["Body Text"].paragraph_format.first_line_indent = Mm(10)
        set_font(styles["Title"], 16, bold=True)
        set_paragraph(styles["Title"], 18, 6, 1.0, "center")
        borders = styles["Title"].element.pPr.find(qn("w:pBdr"))
        if borders is not None:
            styles["Title"].element.pPr.remove(borders)
        for level, size in ((1, 14), (2, 12)):
            style = styles["Heading %d" % level]
            set_font(style, size, bold=True)
            set_paragraph(style, 18 if level == 1 else 12, 6, 1.0)
            style.paragraph_format.keep_with_next = True
        set_font(styles["Caption"], 11)
        set_paragraph(styles["Caption"], 8, 4, 1.0)
        styles["Caption"].paragraph_format.keep_with_next = True
        set_font(styles["Header"], 12)
        set_font(styles["List Bullet"], 12)
        set_paragraph(styles["List Bullet"], 0, 3)
        set_font(styles["List Number"], 12)
        set_paragraph(styles["List Number"], 0, 3)
        self._added_styles(styles)

    def _added_styles(self, styles):
        def added(name, size, before=0, after=0, spacing=1.0, align="left", bold=False):
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = styles["Normal"]
            set_font(style, size, bold)
            set_paragraph(style, before, after, spacing, align)
            style.quick_style = True
            return style

        added("Letterhead", 14, 0, 2, 1.0, "center", bold=True)
        added("Contents Heading", 14, 18, 6, 1.0, bold=True).paragraph_format.keep_with_next = True
        added("Cell", 11)
        added("Cell Head", 11, 0, 0, 1.0, "center", bold=True)
        added("Cell Small", 9)
        added("Cell Small Head", 8.5, 0, 0, 1.0, "center", bold=True)
        added("Small", 10, 0, 4)
        figure = added("Picture", 12, 6, 2, 1.0, "center")
        figure.paragraph_format.keep_with_next = True
        figure_name = added("Figure Caption", 11, 0, 10, 1.0, "center")
        figure_name.paragraph_format.keep_together = True
        contents = added("TOC 1", 12, 0, 3, 1.0)
        contents.paragraph_format.tab_stops.add_tab_stop(
            Mm(PORTRAIT_MM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        contents.paragraph_format.right_indent = Mm(0)
        digest = added("Digest", 10, 0, 6)
        digest.font.name = "Courier New"
        fonts = digest.element.rPr.rFonts
        for name in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn("w:" + name), "Courier New")

    def _section(self, section, is_wide=False):
        long_side, short_side = Mm(297), Mm(210)
        section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
        section.page_width = long_side if is_wide else short_side
        section.page_height = short_side if is_wide else long_side
        section.left_margin, section.right_margin = Mm(30), Mm(10)
        section.top_margin, section.bottom_margin = Mm(20), Mm(20)
        section.header_distance, section.footer_distance = Mm(10), Mm(10)

    # At the top of the page in its middle, and on the first page none: ДСТУ 4163.
    def _page_number(self, section):
        line = section.header.paragraphs[0]
        line.alignment = ALIGN["center"]
        for kind in ("begin", None, "end"):
            run = line.add_run()
            if kind:
                run._r.append(element("w:fldChar", fldCharType=kind))
            else:
                code = element("w:instrText")
                code.text = " PAGE "
                run._r.append(code)
        section.first_page_header.paragraphs[0].text = ""

    def section(self, is_wide):
        section = self.doc.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = False
        self._section(section, is_wide)

    def text(self, text, style="Body Text", align=None, bold=False):
        line = self.doc.add_paragraph(style=style)
        run = line.add_run(text)
        if bold:
            run.bold = True
        if align:
            line.alignment = ALIGN[align]
            line.paragraph_format.first_line_indent = Mm(0)
        return line

    # A paragraph that holds a tag only, and is none in the document.
    def tag(self, *tags):
        for tag in tags:
            self.text("{%%p %s %%}" % tag)

    def when(self, condition, write, otherwise=None):
        self.tag("if " + condition)
        write()
        if otherwise:
            self.tag("else")
            otherwise()
        self.tag("endif")

    def each(self, what, text, style):
        self.tag("for " + what)
        self.text(text, style)
        self.tag("endfor")

    def heading(self, text, level=1, new_page=False):
        line = self.text(text, "Heading %d" % level)
        line.paragraph_format.page_break_before = new_page
        return line

    # «Таблиця 3. …»: the number is a field, so that Word counts on.
    def caption(self, label, text, style="Caption"):
        line = self.doc.add_paragraph(style=style)
        line.add_run(label + "\u00a0")
        field = element("w:fldSimple", instr=" SEQ %s \\* ARABIC " % label)
        run = element("w:r")
        number = element("w:t")
        number.text = "1"
        run.append(number)
        field.append(run)
        line._p.append(field)
        line.add_run(". " + text)
        return line

    def contents(self, title):
        self.text(title, "Contents Heading")
        line = self.doc.add_paragraph(style="TOC 1")
        for kind in ("begin", "instr", "separate", "text", "end"):
            run = line.add_run()
            if kind == "instr":
                code = element("w:instrText")
                code.text = ' TOC \\o "1-1" \\h \\z \\u '
                run._r.append(code)
            elif kind == "text":
                run.text = title
            else:
                run._r.append(element("w:fldChar", fldCharType=kind))

    # `columns`: (title, width in mm, text, alignment). One row for each of `each`, or only one. A
    # long one breaks between rows; others stay on one page with their captions.
    def table(self, columns, each=None, small=False, is_kept=True):
        head, cell = ("Cell Small Head", "Cell Small") if small else ("Cell Head", "Cell")
        table = self.grid([c[1] for c in columns])
        rows = [table.rows[0]]
        self._fill(rows[0], [(c[0], head, "center") for c in columns])
        rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
        if each:
            self._tag_row(table, "for " + each)
        row = self._row(table)
        self._fill(row, [(c[2], cell, c[3]) for c in columns])
        if each:
            self._tag_row(table, "endfor")
        if is_kept and each and not small:
            self._keep(rows[0])
            self._keep(row)
        gap = self.text("", "Small")
        gap.paragraph_format.space_after = Pt(0)
        return table

    def _keep(self, row):
        for cell in row.cells:
            for line in cell.paragraphs:
                line.paragraph_format.keep_with_next = True

    def grid(self, widths_mm, has_lines=True):
        table = self.doc.add_table(rows=1, cols=len(widths_mm))
        if has_lines:
            table.style = self.doc.styles["Table Grid"]
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        pr = table._tbl.tblPr
        for old in pr.findall(qn("w:tblW")):
            pr.remove(old)
        width = element("w:tblW", w=int(Mm(sum(widths_mm)).twips), type="dxa")
        pr.find(qn("w:jc")).addprevious(width)
        margins = element("w:tblCellMar")
        for side, twips in (("top", 25), ("left", 70), ("bottom", 25), ("right", 70)):
            margins.append(element("w:" + side, w=twips, type="dxa"))
        pr.find(qn("w:tblLook")).addprevious(margins)
        for column, mm in zip(table.columns, widths_mm):
            column.width = Mm(mm)
        self._dont_split(table.rows[0])
        return table

    def _row(self, table):
        row = table.add_row()
        self._dont_split(row)
        return row

    def _dont_split(self, row):
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))

    def _tag_row(self, table, tag):
        self._fill(table.add_row(), [("{%%tr %s %%}" % tag, "Cell", "left")])

    def _fill(self, row, cells):
        for cell, (text, style, align) in zip(row.cells, cells):
            line = cell.paragraphs[0]
            line.style = self.doc.styles[style]
            line.alignment = ALIGN[align]
            for i, part in enumerate(text.split("\n")):
                if i:
                    line = cell.add_paragraph(style=style)
                    line.alignment = ALIGN[align]
                line.add_run(part)
        for cell, width in zip(row.cells, self._widths_of(row)):
            cell.width = width

    def _widths_of(self, row):
        return [column.width for column in row.table.columns]
