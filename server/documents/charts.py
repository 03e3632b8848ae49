"""A chart as an SVG: bars from the left, the first at the top, a number at each; no grid, no scale.

Word, LibreOffice and rsvg-convert read it alike. Its unit is a tenth of a millimetre, since some
readers round lengths to whole ones. It names the font of the document, and numbers stay text.
"""

import unicodedata
from xml.sax.saxutils import escape

WIDTH_MAX = 1650
WIDTH_MIN = 800
# Ten points, as the tables have; a line, and a bar with the gap to the next.
SIZE = 35
LINE = 42
ROW = 62
BAR = 44
GAP = 18
# A name that needs more is whole in the table above the chart.
NAME_LINES_MAX = 3
# Told apart in grey print too: a paper with a tint, a dark one, an empty one.
COLOURS = (("9DC3E6", "000000"), ("2F5D8C", "FFFFFF"), ("FFFFFF", "000000"))

NARROW = set("\u00a0 .,:;'’-()/!|іїjilftrІЇIJ")
WIDE = set("жмшщюфmwЖМФШЩЮMW№—&%")


# In Times New Roman, and never less than it takes: the room that is left must do for the fonts that
# stand in for it.
def ems_of(sign):
    kind = unicodedata.category(sign)
    if kind in ("Mn", "Me", "Cf"):
        return 0.0
    if sign in NARROW:
        return 0.33
    if sign in WIDE:
        return 0.78 if kind == "Ll" else 1.03
    return {"Nd": 0.5, "Pi": 0.5, "Pf": 0.5, "Ll": 0.55, "Lu": 0.73}.get(kind, 1.05)


def width_of(text):
    return SIZE * sum(map(ems_of, text))


def cut(word, room):
    pieces, width = [""], 0.0
    for sign in word:
        width += SIZE * ems_of(sign)
        if pieces[-1] and width > room:
            pieces.append("")
            width = SIZE * ems_of(sign)
        pieces[-1] += sign
    return pieces


def lines_of(name, room):
    lines = [""]
    for word in (piece for word in name.split(" ") for piece in cut(word, room)):
        longer = (lines[-1] + " " + word).strip(" ")
        if lines[-1] and width_of(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    if len(lines) > NAME_LINES_MAX:
        last = cut(lines[NAME_LINES_MAX - 1], room - width_of("…"))[0]
        lines[NAME_LINES_MAX - 1:] = [last + "…"]
    return lines


def text_at(x, middle, text, anchor="start", colour="000000"):
    return ('<text x="%d" y="%d" text-anchor="%s" fill="#%s">%s</text>'
            % (x, middle + round(SIZE * 0.34), anchor, colour, escape(text)))


def box_at(x, top, width, height, colour):
    return ('<rect x="%d" y="%d" width="%d" height="%d" fill="#%s" stroke="#000000" '
            'stroke-width="2"/>' % (x, top, width, height, colour))


# The parts of a bar one after another, and how long they are together. A part that has no room for
# its number goes without: the table has it.
def bar_at(left, middle, values, scale):
    out, done = [], 0
    for place, value in enumerate(values):
        begin, end = left + round(done * scale), left + round((done + value) * scale)
        done += value
        if begin == end:
            continue
        fill, ink = COLOURS[place]
        out.append(box_at(begin, middle - BAR // 2, end - begin, BAR, fill))
        if len(values) > 1 and width_of(str(value)) + GAP / 2 < end - begin:
            out.append(text_at((begin + end) // 2, middle, str(value), "middle", ink))
    return out, round(done * scale)


def legend_at(left, top, room, names):
    out, x, middle = [], left, top + ROW // 2
    for (fill, _), name in zip(COLOURS, names):
        width = SIZE + GAP // 2 + width_of(name) + 2 * GAP
        if x > left and x + width > left + room:
            x, middle = left, middle + ROW
        out.append(box_at(x, middle - SIZE // 2, SIZE, SIZE, fill))
        out.append(text_at(x + SIZE + GAP // 2, middle, name))
        x += width
    return out, middle + ROW // 2


# The SVG, and its height; `width` is what the page has room for.
def svg_of(chart, width):
    names = [lines_of(name, width * 0.4) for name in chart["categories"]]
    bars = list(zip(*(series["values"] for series in chart["series"])))
    left = round(max(width_of(line) for lines in names for line in lines)) + GAP
    room = width - left - round(max(map(width_of, chart["totals"]))) - 2 * GAP
    scale = room / max(1, *map(sum, bars))
    out, y = [], GAP // 2
    for lines, values, total in zip(names, bars, chart["totals"]):
        height = max(ROW, len(lines) * LINE + (ROW - LINE))
        middle = y + height // 2
        for nth, line in enumerate(lines):
            above = (len(lines) - 1) * LINE // 2
            out.append(text_at(left - GAP, middle - above + nth * LINE, line, "end"))
        parts, length = bar_at(left, middle, values, scale)
        out += [*parts, text_at(left + length + GAP // 2, middle, total)]
        y += height
    out.append('<path d="M%d 0V%d" stroke="#000000" stroke-width="2"/>' % (left, y + GAP // 2))
    y += GAP // 2
    if len(chart["series"]) > 1:
        key, y = legend_at(left, y, room, [series["name"] for series in chart["series"]])
        out += key
    frame = ('<svg xmlns="http://www.w3.org/2000/svg" width="%.1fmm" height="%.1fmm" '
             'viewBox="0 0 %d %d" font-family="Times New Roman, Liberation Serif, serif" '
             'font-size="%d"><rect width="%d" height="%d" fill="#FFFFFF"/>'
             % (width / 10, y / 10, width, y, SIZE, width, y))
    return frame + "".join(out) + "</svg>", y
