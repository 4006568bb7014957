"""The grid students × exercises: states as letters, and everything that the page's script needs, packed small."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

import numpy as np
from numpy.typing import NDArray

from grader.gradebook.records import ClassTable, Student
from grader.model import Language, Text
from grader.status import STATE_WORDS, STATUSES, state_of
from grader.words import text
from reports.classroom.report_data import Classroom
from reports.escape import clean_line
from reports.view import points

ROWS = 100  # on one page of the grid; `class.js` takes it from the page
PACKED_ABOVE = 2000  # students; a smaller class stays readable in the file
LONGEST = 60  # characters of a name; those of 10,000 characters exist
LABEL = 70  # characters of a mistake in a list to choose from

# In the order in which a column is sorted: what wants attention first.
STATES: tuple[str, ...] = ("not_started", "failed", "started", "done", "unjudged", "excused")
WORDS: dict[str, Text] = {**dict(STATE_WORDS.items()), "excused": text("excused")}
NOT_STARTED, FAILED, STARTED, DONE, UNJUDGED, EXCUSED = range(len(STATES))
_PLAIN = np.array([STATES.index(state_of(status, 0.0)) for status in STATUSES], dtype=np.uint8)


class Link(NamedTuple):
    href: str
    text: str


class Head(NamedTuple):
    """A column of an exercise; `begins` if it is the first of a unit."""

    key: str
    title: str
    begins: bool


class Row(NamedTuple):
    """One student; `cells` is a pair of state and word for each exercise."""

    page: int
    name: str
    id: str
    section: str
    total: str
    help: bool
    damaged: bool
    cells: tuple[tuple[str, str], ...]


class Grid(NamedTuple):
    """What the page prints without any script, and `data` for the script.

    Attributes:
        states: those that occur, each with its word.
        packed: whether `data` is gzip in base64, or plain JSON.
        most: how many rows a page has.
    """

    heads: tuple[Head, ...]
    sections: bool
    rows: tuple[Row, ...]
    all: int
    most: int
    states: tuple[tuple[str, str], ...]
    packed: bool
    data: str


def states(table: ClassTable) -> NDArray[np.uint8]:
    """(n, k) indices of STATES."""
    codes: NDArray[np.uint8] = _PLAIN[table.status]
    codes[(codes == FAILED) & (table.raw > 0)] = STARTED
    codes[np.isnan(table.score) & (codes != UNJUDGED)] = EXCUSED
    return codes


def shown_name(student: Student) -> str:
    """What a student is called on a page: short, on one line, and never nothing."""
    name = clean_line(student.name) or clean_line(student.id) or "?"
    return short(name, LONGEST)


def short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def student_page(row: int) -> str:
    return f"students/{row + 1}.html"


def view(**chosen: str) -> str:
    """The address of the grid with a filter, as `class.js` reads it: `#m=affine%2Fslug`."""
    return "index.html#" + urlencode(chosen)


def grid(room: Classroom, lang: Language) -> Grid:
    table = room.table
    codes = states(table)
    called = {row.row for row in room.help}
    words = tuple((state, WORDS[state].in_(lang)) for state in STATES)
    units = ["", *(one.unit for one in table.exercises)]
    heads = tuple(
        Head(one.id, clean_line(one.title.in_(lang)), one.unit != before)
        for one, before in zip(table.exercises, units, strict=False)
    )
    sections = any(one.section for one in table.students)
    rows = tuple(_row(table, codes, row, called, words) for row in range(min(ROWS, len(table.students))))
    packed = len(table.students) > PACKED_ABOVE
    data = _data(room, codes, lang)
    return Grid(
        heads=heads,
        sections=sections,
        rows=rows,
        all=len(table.students),
        most=ROWS,
        states=tuple(words[code] for code in np.unique(codes)),
        packed=packed,
        data=pack(data) if packed else plain(data),
    )


def _row(
    table: ClassTable, codes: NDArray[np.uint8], row: int, called: set[int], words: tuple[tuple[str, str], ...]
) -> Row:
    name, id_, section = _labels(table.students[row])
    total = f"{points(table.total[row])}/{points(table.most[row])}"
    cells = tuple(words[code] for code in codes[row])
    return Row(
        page=row + 1,
        name=name,
        id=id_,
        section=section,
        total=total,
        help=row in called,
        damaged=row in table.damaged,
        cells=cells,
    )


def _labels(student: Student) -> tuple[str, str, str]:
    """Name, id (if it says more than the name) and section."""
    name, id_ = shown_name(student), short(clean_line(student.id), LONGEST)
    return name, id_ if id_ != name else "", short(clean_line(student.section), LONGEST)


def _data(room: Classroom, codes: NDArray[np.uint8], lang: Language) -> dict[str, object]:
    table = room.table
    labels = [_labels(student) for student in table.students]
    width = codes.shape[1]
    digits = (codes + ord("0")).astype(np.uint8).tobytes().decode("ascii")
    return {
        "names": [name for name, _, _ in labels],
        "ids": [id_ for _, id_, _ in labels],
        "sections": [section for _, _, section in labels],
        "totals": _numbers(table.total),
        "most": _numbers(table.most),
        "cells": [digits[start : start + width] for start in range(0, width * len(labels), width)] if width else [""] * len(labels),
        "help": [one.row for one in room.help],
        "damaged": sorted(table.damaged),
        "exercises": [one.id for one in table.exercises],
        "states": STATES,
        "mistakes": {
            one.id: [
                [mistake.slug, short(clean_line(mistake.text.in_(lang)), LABEL), mistake.students.tolist()]
                for mistake in table.mistakes.get(one.id, ())
            ]
            for one in table.exercises
        },
        "words": {
            "shown": text("{shown} of {all} students").in_(lang),
            "page": text("page {page} of {pages}").in_(lang),
            "nobody": text("Nobody matches. Take away a filter.").in_(lang),
            "help": text("may need help").in_(lang),
            "damaged": text("unreadable").in_(lang),
            "states": [WORDS[state].in_(lang) for state in STATES],
        },
    }  # fmt: skip


def _numbers(values: Iterable[float]) -> list[float]:
    """As `points` prints them."""
    return [int(one) if one == int(one) else round(one, 2) for one in map(float, values)]


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def plain(data: object) -> str:
    """JSON that may stand inside a <script>: no `<` of a name can end it."""
    return _json(data).replace("<", "\\u003c")


def pack(data: object) -> str:
    """JSON as gzip in base64; without a time, so that the same class gives the same bytes."""
    return b64encode(gzip.compress(_json(data).encode("utf-8"), compresslevel=6, mtime=0)).decode("ascii")
