"""What Word and Excel would call unreadable content in a file of theirs, though other programs open
it: the rules of its package (ECMA-376, part 2), and the order of elements in what they check."""
import posixpath
import xml.etree.ElementTree as xml
import zipfile
from collections import Counter

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

CORE_SPACES = {
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
}
ORDER_OF_A_TABLE = [
    *("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize"),
    *("tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd"),
    *("tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange"),
]


def space_and_name(element):
    return element.tag[1:].split("}")


def problems_of_core(core):
    spaces = {space_and_name(e)[0] for e in core}
    counts = Counter(space_and_name(e)[1] for e in core)
    return [f"core.xml: {space} is of other properties" for space in spaces - CORE_SPACES] + [
        f"core.xml: {name} stands {times} times" for name, times in counts.items() if times > 1
    ]


def problems_of_relations(name, relations, names):
    folder = posixpath.dirname(posixpath.dirname(name))
    found = []
    for one in relations.iter(RELATION):
        if one.get("TargetMode") == "External":
            found.append(f"{name}: {one.get('Target')} lies outside")
            continue
        target = posixpath.normpath(posixpath.join("/", folder, one.get("Target")))
        if target.lstrip("/") not in names:
            found.append(f"{name}: there is no {target}")
    return found


def problems_of_types(types, names):
    endings = {e.get("Extension").lower() for e in types.iter(TYPES + "Default")}
    own = {e.get("PartName").lstrip("/") for e in types.iter(TYPES + "Override")}
    return [
        f"{name} has no type"
        for name in names
        if name not in own and name.rsplit(".", 1)[-1].lower() not in endings
    ] + [f"{name} has a type and is not there" for name in own - set(names)]


def problems_of_tables(document):
    found = set()
    for properties in document.iter(WORD + "tblPr"):
        names = [space_and_name(e)[1] for e in properties]
        if names != sorted(names, key=ORDER_OF_A_TABLE.index):
            found.add("tblPr holds " + ", ".join(names))
    return sorted(found)


def problems_of(file):
    found = []
    with zipfile.ZipFile(file) as parts:
        names = parts.namelist()
        found += [f"{name} is there {n} times" for name, n in Counter(names).items() if n > 1]
        for name in names:
            if not name.endswith((".xml", ".rels")):
                continue
            root = xml.fromstring(parts.read(name))  # or it is no XML at all
            if name == "[Content_Types].xml":
                found += problems_of_types(root, [n for n in names if n != name])
            elif name.endswith(".rels"):
                found += problems_of_relations(name, root, names)
            elif name == "docProps/core.xml":
                found += problems_of_core(root)
            elif name == "word/document.xml":
                found += problems_of_tables(root)
    return found
