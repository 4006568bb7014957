"""One student of a class as data. Ten thousand are made in one go, so what all share is worked out once, by `Register`."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from grader.gradebook.records import Adjustment, ClassTable, Column
from grader.model import ExerciseResult, Language, Text, same
from grader.status import CODES, STATUSES, is_attempt
from grader.words import joined, ntext, text
from reports.classroom.grid import EXCUSED, NOT_STARTED, STATES, WORDS, Link, short, shown_name, states, student_page
from reports.classroom.report_data import Classroom
from reports.escape import clean, clean_line
from reports.map import unit_name
from reports.view import diagnosis_message, failed_groups, group_title, points, score, short_word

LONGEST = 600  # characters of a message
MOST_FAILED = 2  # reasons why checks of an exercise failed; `grade why` has them all


class Failed(NamedTuple):
    """Checks that failed for one reason."""

    title: str
    message: str


class Work(NamedTuple):
    """One exercise of a student; `adjusted` says who changed the points and why."""

    link: Link
    state: str
    word: str
    worth: str
    past: str
    adjusted: tuple[str, ...]
    mistakes: tuple[str, ...]
    failed: tuple[Failed, ...]


class StudentUnit(NamedTuple):
    number: str
    name: str
    works: tuple[Work, ...]


class StudentPage(NamedTuple):
    """Everything that `students/<number>.html` prints; `untouched` are the exercises with nothing to say of."""

    lang: Language
    course: str
    name: str
    who: tuple[str, ...]
    total: str
    most: str
    summary: str
    damaged: str
    notes: tuple[str, ...]
    reasons: tuple[str, ...]
    adjusted: tuple[str, ...]
    units: tuple[StudentUnit, ...]
    untouched: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    footer: str


class Register(NamedTuple):
    """A class by student.

    Attributes:
        codes: states by student and exercise, as indices of STATES.
        mistakes: by row and exercise id.
        adjustments: by student and exercise id, '' for the whole.
    """

    room: Classroom
    lang: Language
    codes: list[list[int]]
    mistakes: dict[int, dict[str, list[str]]]
    adjustments: dict[tuple[str, str], list[str]]
    reasons: dict[int, tuple[str, ...]]
    links: tuple[Link, ...]
    units: dict[str, tuple[str, str]]


def register(room: Classroom, lang: Language) -> Register:
    table = room.table
    mistakes: dict[int, dict[str, list[str]]] = {}
    for id_, made in table.mistakes.items():
        for mistake in made:
            message = clean(mistake.text.in_(lang))
            for row in mistake.students.tolist():
                mistakes.setdefault(row, {}).setdefault(id_, []).append(message)
    adjustments: dict[tuple[str, str], list[str]] = {}
    for one in table.adjustments:
        adjustments.setdefault((one.student, one.exercise), []).append(_adjusted(one).in_(lang))
    return Register(
        room=room,
        lang=lang,
        codes=states(table).tolist(),
        mistakes=mistakes,
        adjustments=adjustments,
        reasons={one.row: tuple(clean_line(rule.text.in_(lang)) for rule in one.rules) for one in room.help},
        links=tuple(Link(f"../exercises/{one.id}.html", clean_line(one.title.in_(lang))) for one in table.exercises),
        units={
            unit: unit_name(unit, room.units.get(unit, same(unit)).in_(lang))
            for unit in {one.unit for one in table.exercises}
        },
    )


def student_view(known: Register, row: int) -> StudentPage:
    room, lang, table = known.room, known.lang, known.room.table
    student = table.students[row]
    results = {one.id: one for one in room.details(row)}
    units: dict[str, list[Work]] = {}
    untouched: list[Link] = []
    for index, column in enumerate(table.exercises):
        adjusted = known.adjustments.get((student.id, column.id))
        if known.codes[row][index] == NOT_STARTED and not adjusted and not table.attempts[row, index]:
            untouched.append(known.links[index])
        else:
            units.setdefault(column.unit, []).append(_work(known, row, index, results.get(column.id)))
    done = int(np.count_nonzero(table.status[row] == CODES["passed"]))
    return StudentPage(
        lang=lang,
        course=clean_line(table.title.in_(lang)),
        name=shown_name(student),
        who=_who(table, row, lang),
        total=points(table.total[row]),
        most=points(table.most[row]),
        summary=text("{passed} of {total} exercises passed", passed=done, total=len(table.exercises)).in_(lang),
        damaged=clean(table.damaged[row].in_(lang)) if row in table.damaged else "",
        notes=tuple(clean(note.in_(lang))[:LONGEST] for note in table.handed_in.get(row, ())),
        reasons=known.reasons.get(row, ()),
        adjusted=tuple(known.adjustments.get((student.id, ""), ())),
        units=tuple(StudentUnit(*known.units[unit], tuple(works)) for unit, works in units.items()),
        untouched=tuple(untouched),
        previous=_neighbour(table, row - 1),
        next=_neighbour(table, row + 1),
        footer=f"gradkata {room.version}".strip(),
    )


def _who(table: ClassTable, row: int, lang: Language) -> tuple[str, ...]:
    """What else identifies a student, if it says more than the name."""
    student, name = table.students[row], clean_line(table.students[row].name)
    fields = [clean_line(one) for one in (student.id, student.login, student.email, student.lms_id)]
    if section := clean_line(student.section):
        fields.append(text("section {section}", section=section).in_(lang))
    return tuple(short(one, LONGEST) for one in dict.fromkeys(fields) if one and one != name)


def _work(known: Register, row: int, index: int, result: ExerciseResult | None) -> Work:
    table, lang = known.room.table, known.lang
    column = table.exercises[index]
    code, status = known.codes[row][index], STATUSES[table.status[row, index]]
    word = WORDS["excused"] if code == EXCUSED else short_word(status, float(table.raw[row, index]))
    return Work(
        link=known.links[index],
        state=STATES[code],
        word=word.in_(lang),
        worth=_worth(float(table.score[row, index]), column, code),
        past=_past(int(table.attempts[row, index]), int(table.solved[row, index])).in_(lang),
        adjusted=tuple(known.adjustments.get((table.students[row].id, column.id), ())),
        mistakes=_mistakes(known, row, column.id, result),
        failed=_failed(result, lang) if status != "passed" else (),
    )


def _worth(got: float, column: Column, code: int) -> str:
    """Empty for what counts for nothing."""
    return "" if np.isnan(got) else score(got, column.points)


def _past(attempts: int, solved: int) -> Text:
    tried = ntext("{n} attempt", "{n} attempts", attempts)
    if solved > 1:
        return joined((tried, text("passed at attempt {n}", n=solved)), "; ", "、")
    return tried if attempts else Text("", "")


def _mistakes(known: Register, row: int, id_: str, result: ExerciseResult | None) -> tuple[str, ...]:
    """From the answer itself if it is at hand, or else as the class's table has them."""
    if result is None:
        return tuple(known.mistakes.get(row, {}).get(id_, ()))
    diagnoses = (one for one in result.diagnoses if one.kind != "notice")
    return tuple(clean(diagnosis_message(one, known.lang))[:LONGEST] for one in diagnoses)


def _failed(result: ExerciseResult | None, lang: Language) -> tuple[Failed, ...]:
    if result is None or not is_attempt(result.status):
        return ()
    groups = failed_groups(result)
    shown = [
        Failed(clean_line(group_title(group, lang))[:LONGEST], clean(group[0].message.in_(lang))[:LONGEST])
        for group in groups[:MOST_FAILED]
    ]
    if len(groups) > MOST_FAILED:
        shown.append(Failed(text("and {n} more", n=len(groups) - MOST_FAILED).in_(lang), ""))
    return tuple(shown)


def _adjusted(one: Adjustment) -> Text:
    match one.kind:
        case "override":
            what = text("points set to {points}", points=points(one.value))
        case "extra":
            what = text("points raised by {points}", points=points(one.value))
        case "late":
            what = text("{share} % taken away for being late", share=points(100 * one.value))
        case "excused":
            what = text("excused: counts neither for nor against")
    by = " ".join(part for part in (clean_line(one.author), clean_line(one.at[:16].replace("T", " "))) if part)
    parts = [what, *(same(part) for part in (by, clean_line(one.reason)) if part)]
    return joined(parts, "; ", "、")


def _neighbour(table: ClassTable, row: int) -> Link | None:
    if not 0 <= row < len(table.students):
        return None
    return Link(student_page(row).removeprefix("students/"), shown_name(table.students[row]))
