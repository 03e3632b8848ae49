"""What a document would fetch from elsewhere when somebody opens it.

Looked for in the template and again in what was made of it, whose fields a template may put
together. A link that a reader follows fetches nothing until then, and may stay.
"""

import re

from lxml import etree

# The fields whose result Word or LibreOffice gets from another file or program.
FETCHING = {"DATABASE", "DDE", "DDEAUTO", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT",
            "LINK", "RD"}
# Elements that lead to the target of a hyperlink; others would show it.
LEADING = {"hyperlink", "hlinkClick", "hlinkHover"}
ELSEWHERE = re.compile(r"\s*([a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
REFERENCES = ("//@*[namespace-uri()="
              "'http://schemas.openxmlformats.org/officeDocument/2006/relationships' or "
              "namespace-uri()='http://purl.oclc.org/ooxml/officeDocument/relationships']")


class Outside(Exception):
    """Says what is referred to."""


# A part of a package declares no entities: OPC forbids it.
def root_of(part):
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.doctype:
        raise ValueError("a part with a document type")
    return root


def local(name):
    return etree.QName(name).localname


# The ids of hyperlinks; any other relationship has to stay within the package.
def links_in(rels):
    ids = set()
    for link in rels.iter("{*}Relationship"):
        target = link.get("Target", "")
        if link.get("TargetMode", "Internal") == "Internal" and not ELSEWHERE.match(target):
            continue
        if not link.get("Type", "").endswith("/hyperlink"):
            raise Outside(target)
        ids.add(link.get("Id"))
    return ids


# A code may stand in several runs, and a field within another.
def codes_in(part):
    code = ""
    for node in part.iter("{*}instrText", "{*}fldChar", "{*}fldSimple"):
        if local(node.tag) == "instrText":
            code += node.text or ""
            continue
        yield code
        code = ""
        if local(node.tag) == "fldSimple":
            yield "".join(v for k, v in node.attrib.items() if local(k) == "instr")
    yield code


def check_part(part, link_ids):
    for code in codes_in(part):
        if re.match(r'[\s"]*([a-z]*)', code, re.IGNORECASE).group(1).upper() in FETCHING:
            raise Outside(code.strip())
    for source in part.xpath("//@src"):
        if ELSEWHERE.match(source):
            raise Outside(source)
    for reference in part.xpath(REFERENCES) if link_ids else ():
        if reference in link_ids and local(reference.getparent().tag) not in LEADING:
            raise Outside(reference)


# None: a picture or a font.
def part_in(package, name):
    try:
        return root_of(package.read(name))
    except etree.XMLSyntaxError:
        if name.endswith((".xml", ".rels")):
            raise
        return None


# `package`: a zip whose size is known to be bounded. One part at a time is in memory.
def check(package):
    names = package.namelist()
    links = {}
    for name in names:
        if name.endswith(".rels"):
            links[name.replace("_rels/", "")[:-len(".rels")]] = links_in(part_in(package, name))
    for name in names:
        part = part_in(package, name)
        if part is not None:
            check_part(part, links.get(name, ()))
