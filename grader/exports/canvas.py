"""Canvas: a gradebook as CSV, filled from a class table.

Source: canvas-lms `lib/gradebook_importer.rb`, whose header detection this follows. The safe way is to fill a file that Canvas
exported (`fill`): the assignment is there and every student has an ID. Traps: an unknown heading makes a new assignment;
a heading that contains `Final Grade` and the like is dropped without a word; the `Points Possible` row sets what the
assignment is worth; `EX` excuses and an empty cell changes nothing; the delimiter is guessed from the first three lines.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from grader.exports.grades import (
    ExportError,
    Filled,
    Key,
    Match,
    called,
    excused_from_all,
    full_points,
    grade_notes,
    grade_of,
    match,
    scaled_note,
    some,
    unmatched_notes,
)
from grader.exports.sheet import BOM, put, read_sheet, safe, values, write_sheet
from grader.gradebook.records import ClassTable
from grader.model import Text
from grader.words import listed, text
from reports.escape import clean_line
from reports.view import points

EXCUSED = "EX"
_DROPPED = re.compile(r"(?:Current|Final) (?:Score|Points|Grade)|Override (?:Score|Grade|Status)")
_RESERVED = {
    "Student", "LastName", "FirstName", "ID", "SIS User ID", "SIS Login ID", "Section", "Integration ID", "Root Account",
}  # fmt: skip
_ID_AT_THE_END = re.compile(r"\((\d+)\)\s*$")
_LONGEST_TITLE = 255


class _Layout(NamedTuple):
    """Where the columns about students are; -1 for one that is missing."""

    id: int
    sis: int
    login: int
    section: int


def fill(exported: str | bytes, table: ClassTable, assignment: str | None = None) -> Filled:
    """Fill one column of a gradebook that Canvas exported; nothing else in the file changes.

    `assignment`: its heading, its title or its id; it may be left out if there is only one. Raises ExportError if the
    file is no gradebook or the column is not clear.
    """
    sheet = read_sheet(exported)
    rows = [values(row) for row in sheet.rows]
    headings = rows[0]
    layout = _layout(headings)
    worth = next((row for row in rows[1:] if "Points Possible" in row[0]), [])
    column = _column(headings, layout, worth, assignment)
    people = [index for index in range(1, len(rows)) if _is_student(rows[index], layout, column)]
    found = {people[here]: one for here, one in match(_keys([rows[index] for index in people], layout, table)).items()}
    declared = _number(worth[column]) if column < len(worth) else None
    most = declared or full_points(table)
    away = excused_from_all(table)
    filled = 0
    for index, (student, _) in found.items():
        grade = grade_of(table, student, most)
        if student not in away and (grade is None or rows[index][column].upper() == EXCUSED):
            continue
        put(sheet, index, column, EXCUSED if student in away else points(grade or 0.0))
        filled += 1
    return Filled(write_sheet(sheet), filled, tuple(_notes(rows, people, layout, column, found, table, declared)))


def fresh(table: ClassTable, title: str) -> Filled:
    """A gradebook of one new assignment. Canvas finds the students by SIS ID, login or name, for their own ID is known
    only where the roster says it."""
    stream = io.StringIO()
    stream.write(BOM)
    write = csv.writer(stream).writerow
    write(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", heading(title)])
    full = full_points(table)
    write(["    Points Possible", "", "", "", "", points(full)])
    away = excused_from_all(table)
    filled = 0
    for row, one in enumerate(table.students):
        grade = grade_of(table, row, full)
        shown = EXCUSED if row in away else "" if grade is None else points(grade)
        filled += bool(shown)
        # One line each, or Canvas guesses another delimiter; and nobody may be called like the row above.
        name = clean_line(one.name or one.id).replace("Points Possible", "Points-Possible")
        who = [name, one.lms_id, one.id, one.login, one.section]
        write([*(safe(clean_line(part)) for part in who), shown])
    return Filled(stream.getvalue(), filled, tuple(grade_notes(table, range(len(table.students)))))


def heading(title: str) -> str:
    """A title that Canvas keeps as it is: it neither drops the column, nor takes it for another one or for an id."""
    kept = clean_line(title).lstrip("=+-@＝＋－＠ ")[:_LONGEST_TITLE].rstrip()
    kept = _DROPPED.sub(lambda found: found[0].replace(" ", "-"), kept)
    kept = _ID_AT_THE_END.sub(r"[\1]", kept)
    return f"gradkata {kept}".strip() if not kept or kept in _RESERVED else kept


def _layout(headings: Sequence[str]) -> _Layout:
    first = headings[0].removeprefix(BOM)
    if len(headings) > 3 and "Student" in first and "ID" in headings[1]:
        id_ = 1
    elif len(headings) > 4 and "LastName" in first and "FirstName" in headings[1] and "ID" in headings[2]:
        id_ = 2
    else:
        raise ExportError(
            text("this is no gradebook: export it in Canvas (Grades, Export) and do not change its headings.")
        )
    at, sis, login = id_ + 1, -1, -1
    if re.search(r"SIS\s+Login\s+ID", headings[at]):
        login, at = at, at + 1
    elif re.search(r"SIS\s+User\s+ID", headings[at]) and re.search(r"SIS\s+Login\s+ID", headings[at + 1]):
        sis, login, at = at, at + 1, at + 2
        for optional in (r"Integration\s+ID", r"Root\s+Account"):
            at += at < len(headings) and bool(re.search(optional, headings[at]))
    if at >= len(headings) or "Section" not in headings[at]:
        raise ExportError(text("the gradebook has no Section column where Canvas wants it; export it again."))
    return _Layout(id_, sis, login, at)


def _column(headings: Sequence[str], layout: _Layout, worth: Sequence[str], wanted: str | None) -> int:
    """The index of the assignment's column."""

    def is_read_only(index: int) -> bool:
        return index < len(worth) and "read only" in worth[index]

    known = {
        index: name
        for index, name in enumerate(headings)
        if index > layout.section and name and not _DROPPED.search(name) and not is_read_only(index)
    }
    if wanted is None:
        found = [index for index, name in known.items() if _ID_AT_THE_END.search(name)]
    else:
        found = [index for index, name in known.items() if wanted.strip() in _names(name)]
    if len(found) == 1:
        return found[0]
    names = listed(known.values())
    if not known:
        raise ExportError(text("the gradebook has no assignment; make one in Canvas and export again."))
    if wanted is None:
        raise ExportError(text("say which assignment: {names}.", names=names))
    if not found:
        message = text("the gradebook has no assignment {wanted}; it has {names}.", wanted=wanted, names=names)
        raise ExportError(message)
    raise ExportError(text("{wanted} is not one assignment alone; say its id: {names}.", wanted=wanted, names=names))


def _names(heading: str) -> set[str]:
    """What an assignment may be called: the heading, its title, its id."""
    id_ = _ID_AT_THE_END.search(heading)
    return {heading, heading[: id_.start()].strip(), id_[1]} if id_ else {heading}


def _is_student(row: Sequence[str], layout: _Layout, column: int) -> bool:
    """Whether a row is about a person: not the points, not `Manual Posting`, not cut short."""
    about = row[: layout.id + 1]
    return len(row) > column and any(about) and "Points Possible" not in row[0]


def _keys(rows: Sequence[Sequence[str]], layout: _Layout, table: ClassTable) -> list[Key]:
    """In Canvas's order: ID, SIS user id, SIS login id, exact name."""

    def column(index: int) -> list[str]:
        return ["" if index < 0 else row[index].casefold() for row in rows]

    people = table.students
    logins = column(layout.login)
    return [
        Key(column(layout.id), [one.lms_id.strip().casefold() for one in people]),
        Key(column(layout.sis), [one.id.strip().casefold() for one in people]),
        Key(logins, [one.login.strip().casefold() for one in people]),
        Key(logins, [one.email.strip().casefold() for one in people]),
        Key(logins, [one.id.strip().casefold() for one in people]),
        Key([_name(row, layout) for row in rows], [one.name.strip() for one in people], is_name=True),
        Key([_turned(_name(row, layout)) for row in rows], [one.name.strip() for one in people], is_name=True),
    ]


def _name(row: Sequence[str], layout: _Layout) -> str:
    return row[0] if layout.id == 1 else f"{row[1]} {row[0]}".strip()


def _turned(name: str) -> str:
    """`Ken Sato` for `Sato, Ken`: Canvas exports names as they are sorted."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and ", " not in first else ""


def _number(cell: str) -> float | None:
    """What an assignment is worth, read as Canvas does: the last comma or point is the decimal one. None where that is not
    said, or nothing."""
    *thousands, last = re.split("[.,]", cell)
    try:
        return float(f"{''.join(thousands)}.{last}" if thousands else last) or None
    except ValueError:
        return None


def _notes(
    rows: Sequence[Sequence[str]], people: Sequence[int], layout: _Layout, column: int, found: Mapping[int, Match],
    table: ClassTable, declared: float | None,
) -> Iterator[Text]:  # fmt: skip
    """What to know before the file goes back to Canvas. `declared`: what the assignment is worth there."""

    def named(chosen: Iterable[Match]) -> list[str]:
        return [called(table.students[one.student]) for one in chosen]

    if declared is None:
        most = points(full_points(table))
        yield text("Canvas does not say what the assignment is worth; these are the course's points, {most} at most.", most=most)  # fmt: skip
    else:
        yield from scaled_note(table, declared)
    away = excused_from_all(table)
    kept = [one for index, one in found.items() if rows[index][column].upper() == EXCUSED and one.student not in away]
    if kept:
        yield text("these are excused in Canvas and stay so: {names}.", names=some(named(kept)))
    by_name = [one for one in found.values() if one.by_name]
    if by_name:
        yield text("found by the name alone, so look at them: {names}.", names=some(named(by_name)))
    matched = {one.student for one in found.values()}
    yield from unmatched_notes(
        [_name(rows[index], layout) for index in people if index not in found],
        [called(one) for row, one in enumerate(table.students) if row not in matched],
    )
    yield from grade_notes(table, sorted(matched))
