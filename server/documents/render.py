"""Fills a Word template with the facts of a session, for viche, which runs this as a bounded child.

Standard input: JSON with `template`, `out`, `make` (document or zip), `is_converted`,
`png_by`, `bounds` and `context`. Standard output: JSON, empty where all went well, else `problem`
with what it is about. What residents typed is text and stays text: it is never a tag, a field or
markup.
"""

import gc
import io
import json
import os
import re
import sys
import traceback
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from docx.opc.exceptions import PackageNotFoundError  # noqa: E402
from docx.oxml.ns import nsmap, qn  # noqa: E402
from docxtpl import DocxTemplate  # noqa: E402
from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError  # noqa: E402
from jinja2.exceptions import SecurityError, TemplateError  # noqa: E402
from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: E402
from markupsafe import Markup, escape  # noqa: E402

# docxtpl brings docxcompose, which gives the prefix of core properties to custom ones: Word then
# calls a file damaged whose properties were set (4teamwork/docxcompose#101).
nsmap["cp"] = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"

import finish  # noqa: E402
import outside  # noqa: E402
import pictures  # noqa: E402


class Problem(Exception):
    def __init__(self, problem, **about):
        super().__init__(problem)
        self.about = dict(about, problem=problem)


# XML 1.0 knows no other characters; \a and \f are signs of docxtpl for paragraphs and pages.
FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# docxtpl turns these into braces behind jinja's back.
DOCXTPL_BRACES = re.compile(r"\{_(?=[{%])|(?<=\})_(?=\})|(?<=%)_(?=\})")


def cleaned(value):
    if isinstance(value, str):
        return FORBIDDEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, list):
        return [cleaned(v) for v in value]
    if isinstance(value, dict):
        return {k: cleaned(v) for k, v in value.items()}
    return value


# The last thing that is done to what a tag says: a filter before it sees what the resident typed.
def plain(value):
    if not isinstance(value, str):
        return value
    safe = str(escape(value))
    return Markup(DOCXTPL_BRACES.sub(lambda m: m.group(0).replace("_", "&#95;"), safe))


def environment_of():
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True,
                                                finalize=plain)
    # It would make markup of what a resident typed.
    environment.filters["safe"] = lambda value: value
    return environment


def check_template(path, bounds):
    size = os.path.getsize(path)
    if size > bounds["template_bytes_max"]:
        raise Problem("template_large")
    try:
        with zipfile.ZipFile(path) as parts:
            entries = parts.infolist()
            unpacked = sum(e.file_size for e in entries)
            if len(entries) > bounds["template_entries_max"]:
                raise Problem("template_large")
            if unpacked > bounds["template_unpacked_bytes_max"]:
                raise Problem("template_large")
            names = {e.filename for e in entries}
            if "word/document.xml" not in names or "[Content_Types].xml" not in names:
                raise Problem("template_no_document")
            types = parts.read("[Content_Types].xml")
            if b"macroEnabled" in types or any("vbaproject" in n.lower() for n in names):
                raise Problem("template_macros")
            check_outside(parts)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, OSError,
            RuntimeError, SyntaxError, ValueError):
        raise Problem("template_no_document")


def check_outside(package):
    try:
        outside.check(package)
    except outside.Outside as what:
        raise Problem("template_outside", name=str(what)[:200])


class Template(DocxTemplate):
    """Keeps the source of the part being filled, so that a mistake can be shown in its place."""

    source = ""

    # Within its tags docxtpl leaves the ampersand as XML writes it, and no value has it so.
    def patch_xml(self, src_xml):
        return re.sub(r"\{[{%].*?[%}]\}", lambda tag: tag.group(0).replace("&amp;", "&"),
                      super().patch_xml(src_xml), flags=re.DOTALL)

    def render_xml_part(self, src_xml, part, context, jinja_env=None):
        self.source = re.sub(r"<w:p([ >])", r"\n<w:p\1", src_xml)
        self.is_body = part is self.docx._part
        return super().render_xml_part(src_xml, part, context, jinja_env)

    # The properties are set by finish.py: nothing of the template's own is filled in there.
    def render_properties(self, context, jinja_env=None):
        pass


# The paragraph of the part's line, or the row for a tag that repeats rows; and in which table.
def place_of(template, line):
    lines = template.source.split("\n")
    line = max(1, min(line or 1, len(lines)))
    before = "\n".join(lines[:line])
    tables = len(re.findall(r"<w:tbl[ >]", before))
    is_inside = tables > before.count("</w:tbl>")
    # docxtpl has taken a paragraph that was only a tag away: the tag stands behind the one before.
    own, _, behind = lines[line - 1].partition("</w:p>")
    text = re.sub(r"<[^>]+>", "", own).strip() or re.sub(r"<[^>]+>", "", behind).strip()
    where = "table" if is_inside else "text"
    if not getattr(template, "is_body", True):
        where = "header"
    return {"where": where, "table": tables, "text": text.replace("\n", " ")[:160]}


# Jinja compiles what it was given line by line, so a failure knows its line.
def lines_of(error):
    return [f.lineno for f in traceback.extract_tb(error.__traceback__)
            if f.filename in ("<template>", "<unknown>")]


def line_of(error):
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    return (lines_of(error) or [1])[-1]


def name_in(error):
    said = str(error)
    found = re.search(r"'([^']+)' is undefined", said) or re.search(r"attribute '([^']+)'", said)
    return found.group(1) if found else said[:200]


# A tag that is never closed swallows what follows, and the mistake would be told in another place.
def check_braces(template):
    tables = 0
    for node in template.get_docx().element.body.iter(qn("w:tbl"), qn("w:p")):
        if node.tag == qn("w:tbl"):
            tables += 1
            continue
        text = "".join(t.text or "" for t in node.iter(qn("w:t")))
        rest = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", text, flags=re.DOTALL)
        open_tag = re.search(r"\{\{|\{%|\{#", rest)
        if open_tag:
            is_inside = any(True for _ in node.iterancestors(qn("w:tbl")))
            raise Problem("tag_malformed", name="%s … ?" % open_tag.group(0),
                          where="table" if is_inside else "text", table=tables, text=text[:160])


def filled(path, context, pictured, png_by):
    template = Template(path)
    try:
        check_braces(template)
    except (KeyError, ValueError, AttributeError, SyntaxError, PackageNotFoundError):
        raise Problem("template_no_document")
    try:
        values = dict(context)
        values.update(pictures.of(template, pictured, png_by))
        template.render(values, environment_of(), autoescape=True)
    except UndefinedError as error:
        raise Problem("placeholder_unknown", name=name_in(error),
                      **place_of(template, line_of(error)))
    except SecurityError as error:
        raise Problem("tag_forbidden", name=str(error)[:200], **place_of(template, line_of(error)))
    except TemplateError as error:
        raise Problem("tag_malformed", name=str(error)[:200], **place_of(template, line_of(error)))
    except MemoryError:
        raise Problem("tag_malformed", name="out of memory", **place_of(template, 1))
    except Exception as error:  # whatever an expression of the template may come to
        if template.docx is None:
            raise Problem("template_no_document")
        if not lines_of(error):
            raise
        raise Problem("tag_malformed", name=str(error)[:200], **place_of(template, line_of(error)))
    return template


def made(order):
    context = cleaned(order["context"])
    pictured = context.pop("pictures")
    document = context.pop("document")
    template = filled(order["template"], context, pictured, order["png_by"])
    finish.finish(template.docx, document, order["is_converted"])
    out = io.BytesIO()
    template.docx.save(out)
    # Ten thousand proposals need not be in memory twice.
    del template
    gc.collect()
    with zipfile.ZipFile(out) as package:
        check_outside(package)
    return finish.dated(out, document)


# One card a file, named by the number of its proposal.
def made_zip(order):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for card in order["context"]["cards"]:
            one = dict(order, context=dict(order["context"], cards=[card]))
            name = order["context"]["document"]["card_name"].replace("{number}", card["number"])
            finish.put(package, name, made(one), order["context"]["document"])
    return out.getvalue()


def main():
    order = json.load(sys.stdin)
    check_template(order["template"], order["bounds"])
    made_bytes = made_zip(order) if order["make"] == "zip" else made(order)
    with open(order["out"], "wb") as out:
        out.write(made_bytes)
    return {}


if __name__ == "__main__":
    try:
        said = main()
    except Problem as problem:
        said = problem.about
    json.dump(said, sys.stdout)
