"""A table's totals as grades of a learning platform, and whose row is whose.

A grade is the share of what a student could have: who is excused from an exercise, or where the grader failed, must not
lose the points that it carries. So the same total can be another grade for another student; that is the point of excusing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from html import escape
from typing import NamedTuple

from grader.errors import TextError
from grader.gradebook.records import ClassTable, Column, Student
from grader.model import NOTHING, Language, Text
from grader.status import CODES, MEANING, STATUSES
from grader.words import listed, ntext, text
from reports.escape import clean_line
from reports.view import points, score

GRADER_ERROR = CODES["grader_error"]
_MOST_NAMES = 10  # in one note


class ExportError(TextError):
    """What is to be filled cannot be filled."""


class Filled(NamedTuple):
    """
    Attributes:
        filled: how many students it has a grade for.
        notes: what a person should know before uploading it.
    """

    text: str
    filled: int
    notes: tuple[Text, ...]


def full_points(table: ClassTable) -> float:
    """What can be had for everything."""
    return sum(column.points for column in table.exercises)


def grade_of(table: ClassTable, row: int, most: float) -> float | None:
    """A student's grade where the best is `most`, to two decimals; None if there was nothing to be had."""
    could = float(table.most[row])
    return round(float(table.total[row]) / could * most, 2) if could > 0 else None


def excused(table: ClassTable) -> dict[str, set[str]]:
    """What each student is excused from, by the student's id; all exercises for who is excused from the whole."""
    everything = {column.id for column in table.exercises}
    found: dict[str, set[str]] = {}
    for one in table.adjustments:
        if one.kind == "excused":
            found.setdefault(one.student, set()).update({one.exercise} if one.exercise else everything)
    return found


def excused_from_all(table: ClassTable) -> set[int]:
    """Rows of students of whom nothing is asked."""
    everything = {column.id for column in table.exercises}
    away = excused(table)
    return {row for row, one in enumerate(table.students) if everything and away.get(one.id, set()) >= everything}


def feedback_of(table: ClassTable, lang: Language) -> Callable[[int], str]:
    """A function that gives a student's points by exercise and the first mistake of each, in one line that is safe as HTML.
    It gives no adjustment's reason: that was written for colleagues."""
    away, mistakes = excused(table), _first_mistakes(table)
    excused_word, uncounted_word = text("excused").in_(lang), text("not counted").in_(lang)

    def part(row: int, index: int, column: Column) -> str:
        if column.id in away.get(table.students[row].id, ()):
            return f"{column.id}: {excused_word}"
        if int(table.status[row, index]) == GRADER_ERROR:
            return f"{column.id}: {uncounted_word}"
        reason = mistakes.get((row, column.id)) or _why_nothing(table, row, index)
        why = f" ({clean_line(reason.in_(lang))})" if reason else ""
        return f"{column.id} {score(float(table.score[row, index]), column.points)}{why}"

    return lambda row: escape("; ".join(part(row, *one) for one in enumerate(table.exercises)), quote=False)


def _why_nothing(table: ClassTable, row: int, index: int) -> Text:
    """What became of an answer that was not judged check by check."""
    status = STATUSES[table.status[row, index]]
    return NOTHING if MEANING[status].decided else MEANING[status].word


def _first_mistakes(table: ClassTable) -> dict[tuple[int, str], Text]:
    """Of each student's mistakes in each exercise the one that is most frequent in the class."""
    found: dict[tuple[int, str], Text] = {}
    for id_, mistakes in table.mistakes.items():
        for one in mistakes:
            for row in one.students.tolist():
                found.setdefault((row, id_), one.text)
    return found


# --- whose row is whose ---------------------------------------------------------------------------------------


class Key(NamedTuple):
    """Something that may tell people apart: what each row of a sheet says, and each student. Empty says nothing.

    Attributes:
        is_name: people share names, so such a key does not join what the first key, the platform's own number, keeps apart.
    """

    rows: Sequence[str]
    students: Sequence[str]
    is_name: bool = False


class Match(NamedTuple):
    """
    Attributes:
        student: row of the table.
        by_name: whether nothing but the name says so.
    """

    student: int
    by_name: bool


def match(keys: Sequence[Key]) -> dict[int, Match]:
    """Whose each row of a sheet is: by the strongest key that names exactly one on either side, of those still left."""
    found: dict[int, Match] = {}
    taken: set[int] = set()
    numbers = keys[0]
    for key in keys:
        rows, students = _once(key.rows, found), _once(key.students, taken)
        for name in rows.keys() & students.keys():
            row, student = rows[name], students[name]
            here, there = numbers.rows[row], numbers.students[student]
            if key.is_name and here and there and here != there:
                continue
            found[row] = Match(student, key.is_name)
            taken.add(student)
    return dict(sorted(found.items()))


def _once(names: Sequence[str], known: Container[int]) -> dict[str, int]:
    """Where each name stands that stands there only once, without what is known already."""
    left = {index: name for index, name in enumerate(names) if name and index not in known}
    count = Counter(left.values())
    return {name: index for index, name in left.items() if count[name] == 1}


# --- notes ----------------------------------------------------------------------------------------------------


def called(student: Student) -> str:
    return clean_line(student.name or student.id)[:80]


def some(names: Iterable[str]) -> Text:
    """Names one after the other, not all of very many."""
    known = list(names)
    shown = listed(known[:_MOST_NAMES])
    rest = len(known) - _MOST_NAMES
    return shown if rest <= 0 else text("{names} and {n} more", names=shown, n=rest)


def unmatched_notes(strangers: Sequence[str], absent: Sequence[str]) -> list[Text]:
    """What to say of rows that are nobody's, and of students without a row."""
    notes = []
    if strangers:
        notes.append(
            ntext(
                "{n} row of the file is nobody's in this class and stays as it was: {names}.",
                "{n} rows of the file are nobody's in this class and stay as they were: {names}.",
                len(strangers),
                names=some([clean_line(name)[:80] for name in strangers]),
            )
        )
    if absent:
        notes.append(
            ntext(
                "{n} student is not in the file and gets no grade there: {names}.",
                "{n} students are not in the file and get no grade there: {names}.",
                len(absent),
                names=some(absent),
            )
        )
    return notes


def grade_notes(table: ClassTable, rows: Iterable[int]) -> list[Text]:
    """What to know about the grades of these rows: what could not be read, and where the grader failed."""
    chosen = list(rows)
    damaged = [called(table.students[row]) for row in chosen if row in table.damaged]
    failed = [called(table.students[row]) for row in chosen if (table.status[row] == GRADER_ERROR).any()]
    notes = []
    if damaged:
        note = text("what these handed in last could not be read; look at it first: {names}.", names=some(damaged))
        notes.append(note)
    if failed:
        notes.append(
            text(
                "the grader failed at part of these, which is not counted; grade them again: {names}.",
                names=some(failed),
            )
        )
    return notes


def scaled_note(table: ClassTable, most: float) -> list[Text]:
    """That points are not the course's, if they are not."""
    full = full_points(table)
    if full == most:
        return []
    return [text("the grades are scaled from {full} points to {most}.", full=points(full), most=points(most))]
