"""The open-data package: its fingerprints hold, and each of its files says what it can."""
import collections
import hashlib
import os
import re
import tempfile
import zipfile

import tables
from packed import parts_of


def check_fingerprints(parts):
    lines = parts.read("SHA256SUMS").decode().splitlines()
    told = dict(reversed(re.fullmatch(r"([0-9a-f]{64})  (.+)", line).groups()) for line in lines)
    others = set(parts.namelist()) - {"SHA256SUMS"}
    if set(told) != others:
        raise ValueError(f"SHA256SUMS is of {sorted(told)}, and there are {sorted(others)}")
    for name, fingerprint in told.items():
        if hashlib.sha256(parts.read(name)).hexdigest() != fingerprint:
            raise ValueError(f"{name} is not what SHA256SUMS says")


def dicts_of(file):
    (head, *rows), _ = tables.of_csv(file, ",")
    return [dict(zip(head, row)) for row in rows]


def of_tags(file):
    rows = dicts_of(file)
    return {"areas": {r["fullName"]: [int(r["proposals"]), int(r["total"])] for r in rows}}


# Who voted for what, each vote in a row.
def of_votings(file):
    rows = dicts_of(file)
    support = collections.Counter(row["proposalUid"].split("-")[1] for row in rows)
    return {"support": support, "voters": len({row["voterID"] for row in rows})}


# Behind the head of the chain it has the number of the last entry.
def of_passport(file):
    (row,) = dicts_of(file)
    return {"head": row["version"].split(":")[0]}


# What each file in a zip says, read by the reader that knows its name.
def said_inside(file, reader_of):
    with zipfile.ZipFile(file) as parts, tempfile.TemporaryDirectory() as folder:
        parts.extractall(folder)
        named = [(name, reader_of(name)) for name in parts.namelist()]
        return {name: read(os.path.join(folder, name)) for name, read in named if read}


def of_package(file, readers):
    with zipfile.ZipFile(file) as parts:
        check_fingerprints(parts)
    readers = {
        **readers,
        "tags.csv": of_tags,
        "votings.csv": of_votings,
        "passport.csv": of_passport,
    }
    return {"inside": said_inside(file, readers.get), "text": parts_of(file)}


# One after another, as they would stand in one file.
def of_cards(file, read):
    cards = said_inside(file, lambda _: read).values()
    return {
        "ranking": [line for card in cards for line in card["ranking"]],
        "problems": [problem for card in cards for problem in card["problems"]],
        "text": "\n".join(card["text"] for card in cards),
    }
