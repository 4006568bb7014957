"""Moodle: the gradebook, the worksheet of an assignment, and feedback files.

Source: Moodle's `grade/import`, `mod/assign/feedback/offline` and `mod/assign/feedback/file`. Traps of the gradebook: one
unknown user aborts the whole file; a grade above 100 is refused unless unlimited grades are on; feedback that is mapped
without its grade deletes the grade. Of the worksheet: it needs the headings of the language that it was downloaded in, and
a row is skipped without a word if its grade is out of range or was changed in Moodle since; so download it, fill it
(`fill_worksheet`), upload it. Of the feedback files: a folder's name is split at every `_`, and its second part must be
the participant's number; the `_` at its end is what Moodle before 4.1 wants and later ones allow.
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
    feedback_of,
    full_points,
    grade_notes,
    grade_of,
    match,
    scaled_note,
    some,
    unmatched_notes,
)
from grader.exports.sheet import BOM, put, read_sheet, safe, values, write_sheet
from grader.gradebook.records import ClassTable, Student
from grader.model import Language, Text
from grader.submission.archives import write_zip
from grader.words import listed, text
from reports.escape import clean_line
from reports.view import points

MOST = 100.0  # what a grade item of Moodle is worth unless somebody changed it
NO_GRADE = "-"

_HEADINGS: dict[str, tuple[str, ...]] = {
    "id": ("Identifier", "ID"),
    "name": ("Full name", "氏名", "フルネーム", "姓 / 名", "名 / 姓"),
    "idnumber": ("ID number", "IDナンバー"),
    "email": ("Email address", "メールアドレス"),
    "grade": ("Grade", "評点", "評定"),
    "most": ("Maximum Grade", "Maximum grade", "最大評点", "最大評定"),
    "modified": ("Last modified (grade)", "最終更新日時 (評定)", "最終更新日時 (評点)"),
    "feedback": ("Feedback comments", "フィードバックコメント"),
}
_NEEDED = ("id", "grade", "modified")
_PARTICIPANT = re.compile(r"(?:Participant|参加者)?\s*([0-9]+)")


class Zipped(NamedTuple):
    data: bytes
    notes: tuple[Text, ...]


def participant(number: str) -> str:
    """`123` for `Participant 123`, `参加者 123` or `123`; empty for anything else."""
    found = _PARTICIPANT.fullmatch(number.strip())
    return found[1].lstrip("0") if found else ""


def gradebook_csv(table: ClassTable, lang: Language = "en", most: float = MOST) -> Filled:
    """A file for Grades, Import, CSV file. `most`: what the grade item is worth."""
    stream = io.StringIO()
    stream.write(BOM)
    write = csv.writer(stream).writerow
    write(["ID number", "Email address", "Full name", "Total", "Feedback"])
    feedback, away = feedback_of(table, lang), excused_from_all(table)
    above, filled = [], 0
    for row, one in enumerate(table.students):
        grade = None if row in away else grade_of(table, row, most)
        if grade is not None and grade > most:
            above.append(called(one))
        shown = NO_GRADE if grade is None else points(min(grade, most))
        filled += grade is not None
        write([*(safe(clean_line(part)) for part in (one.id, one.email, one.name)), shown, feedback(row)])
    notes = [
        text("in Moodle map Total and Feedback to the same grade item: feedback alone would delete its grade."),
        text("one student whom Moodle does not know stops the whole file; take such rows out and import it again."),
        *scaled_note(table, most),
        *_above(above, most),
        *grade_notes(table, range(len(table.students))),
    ]
    return Filled(stream.getvalue(), filled, tuple(notes))


def fill_worksheet(downloaded: str | bytes, table: ClassTable) -> Filled:
    """Fill grades, and comments where there are none, into the worksheet of an assignment; nothing else in it changes.
    Raises ExportError if it is none, in English or Japanese."""
    sheet = read_sheet(downloaded, (",", ";", "\t"))
    rows = [values(row) for row in sheet.rows]
    columns = _columns(rows[0])
    people = [index for index in range(1, len(rows)) if len(rows[index]) > max(columns.values())]
    matched = match(_keys([rows[index] for index in people], columns, table))
    found = {people[here]: one for here, one in matched.items()}
    most = _most([rows[index] for index in people], columns, table)
    japanese = any("\u3040" <= sign <= "\u9fff" for sign in "".join(rows[0]))
    feedback, away = feedback_of(table, "ja" if japanese else "en"), excused_from_all(table)
    above, filled = [], 0
    for index, (student, _) in found.items():
        grade = None if student in away else grade_of(table, student, most)
        if grade is None:
            continue
        if grade > most:
            above.append(called(table.students[student]))
        put(sheet, index, columns["grade"], points(min(grade, most)))
        if "feedback" in columns and not rows[index][columns["feedback"]]:  # a teacher's own comment is worth more
            put(sheet, index, columns["feedback"], feedback(student))
        filled += 1
    notes = [
        *scaled_note(table, most),
        *_above(above, most),
        *_people_notes(rows, people, columns, found, table),
    ]
    return Filled(write_sheet(sheet), filled, tuple(notes))


def feedback_zip(pages: Iterable[tuple[Student, str]]) -> Zipped:
    """Everybody's HTML page for Upload multiple feedback files in a zip. Same pages, same bytes."""
    without: list[str] = []

    def files() -> Iterator[tuple[str, bytes]]:
        seen = set()
        for student, html in pages:
            number = participant(student.lms_id)
            if not number or number in seen:
                without.append(called(student))
                continue
            seen.add(number)
            yield f"{_folder(student)}_{number}_assignfeedback_file_/feedback.html", html.encode("utf-8", "replace")

    data = write_zip(files())
    notes = []
    if without:
        note = text(
            "no feedback file for these, who have no participant number of their own; put Moodle's into the roster "
            "(it is in the grading worksheet): {names}.",
            names=some(without),
        )
        notes.append(note)
    return Zipped(data, tuple(notes))


def _folder(student: Student) -> str:
    """A name that is a file's on every system, and that no `_` cuts."""
    plain = re.sub(r'[_/\\:*?"<>|]+', " ", clean_line(student.name or student.id))
    return " ".join(plain.split())[:60].strip(" .~") or "student"


def _columns(headings: Sequence[str]) -> dict[str, int]:
    """Where the known columns are. Raises ExportError if one that Moodle cannot do without is missing."""
    plain = [name.removeprefix(BOM).strip().strip('"') for name in headings]
    found = {
        key: next(index for index, name in enumerate(plain) if name in names)
        for key, names in _HEADINGS.items()
        if any(name in names for name in plain)
    }
    if missing := [_HEADINGS[key][0] for key in _NEEDED if key not in found]:
        raise ExportError(
            text(
                "this is no grading worksheet: it has no column {names}. Download it in Moodle (the assignment, Download "
                "grading worksheet) in English or Japanese.",
                names=listed(missing),
            )
        )
    return found


def _keys(rows: Sequence[Sequence[str]], columns: Mapping[str, int], table: ClassTable) -> list[Key]:
    def column(key: str) -> list[str]:
        return [row[columns[key]] if key in columns else "" for row in rows]

    people = table.students
    return [
        Key([participant(cell) for cell in column("id")], [participant(one.lms_id) for one in people]),
        Key([cell.casefold() for cell in column("idnumber")], [one.id.strip().casefold() for one in people]),
        Key([cell.casefold() for cell in column("email")], [one.email.strip().casefold() for one in people]),
        Key(column("name"), [one.name.strip() for one in people], is_name=True),
    ]


def _most(rows: Sequence[Sequence[str]], columns: Mapping[str, int], table: ClassTable) -> float:
    """What the assignment is worth; the course's points where the worksheet does not say. Raises ExportError for a scale."""
    declared = {row[columns["most"]] for row in rows} if "most" in columns else set()
    try:
        return max((float(one.replace(",", ".")) for one in declared), default=full_points(table))
    except ValueError:
        raise ExportError(
            text("the assignment is graded by a scale, which points cannot fill; give it points in Moodle.")
        ) from None


def _above(names: Sequence[str], most: float) -> Iterator[Text]:
    if names:
        yield text(
            "these have more than {most}, which Moodle would refuse, and get {most}: {names}.",
            most=points(most),
            names=some(names),
        )


def _people_notes(
    rows: Sequence[Sequence[str]], people: Sequence[int], columns: Mapping[str, int], found: Mapping[int, Match],
    table: ClassTable,
) -> Iterator[Text]:  # fmt: skip
    def named(chosen: Iterable[int]) -> list[str]:
        return [called(table.students[row]) for row in chosen]

    matched = {one.student for one in found.values()}
    if away := matched & excused_from_all(table):
        yield text("these are excused, which the worksheet cannot say; their rows stay: {names}.", names=some(named(sorted(away))))  # fmt: skip
    if by_name := [one.student for one in found.values() if one.by_name]:
        yield text("found by the name alone, so look at them: {names}.", names=some(named(by_name)))
    shown = columns.get("name", columns["id"])
    yield from unmatched_notes(
        [rows[index][shown] for index in people if index not in found],
        named(row for row in range(len(table.students)) if row not in matched),
    )
    yield from grade_notes(table, sorted(matched))
