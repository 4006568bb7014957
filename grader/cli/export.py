"""`grade export`: the gradebook as another program reads it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from grader.cli.common import (
    GRADER_FAILED,
    LANG,
    complete_exercise,
    course_option,
    document_to_stdout,
    lang_option,
    output_option,
    read_course,
    read_named,
    say,
    stop,
    tell,
)
from grader.cli.gradebook import db_option, read_gradebook, read_student, read_table
from grader.model import Course, RunResult, Text
from grader.words import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from grader.exports.grades import Filled
    from grader.gradebook.records import ClassTable


class Asked(NamedTuple):
    """What an export is made of, and how it is asked for."""

    connection: Connection
    course: Course
    table: ClassTable
    fill: bytes | None
    assignment: str | None
    student: str | None
    feedback: bool


@click.command("export", help=say("Write the grades as another program reads them."))
@click.argument(
    "platform",
    metavar="csv|canvas|moodle|gradescope|classroom50|junit",
    type=click.Choice(["csv", "canvas", "moodle", "gradescope", "classroom50", "junit"]),
)
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]...", shell_complete=complete_exercise)
@db_option
@output_option
@click.option(
    "--fill",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help=say("a CSV that Canvas or Moodle exported; a filled copy goes to --output"),
)
@click.option(
    "--assignment", metavar="TITLE", help=say("the column of a Canvas CSV to be filled, or a new one's heading")
)
@click.option("--feedback", is_flag=True, help=say("for Moodle: a zip with each student's report"))
@click.option("--student", metavar="STUDENT", help=say("for gradescope, classroom50 and junit: only this one"))
@course_option
@lang_option
def export_command(platform: str, exercises: tuple[str, ...], db: str, output: Path | None, fill: Path | None, assignment: str | None, feedback: bool,
        student: str | None, course_folder: Path | None) -> None:  # fmt: skip
    from grader.exports.grades import ExportError
    from grader.gradebook.open import reading

    course = read_course(course_folder)
    named = read_named(course, exercises)
    _check(platform, fill, assignment, feedback, student)
    with read_gradebook(db, must_exist=True) as engine, reading(engine) as connection:
        who = read_student(connection, student) if student else None
        asked = Asked(
            connection=connection,
            course=course,
            table=read_table(connection, course, named),
            fill=_bytes(fill),
            assignment=assignment,
            student=who,
            feedback=feedback,
        )
        try:
            found = _WRITERS[platform](asked)
            _write(found, output)
        except ExportError as error:
            stop(error.text)


def _check(platform: str, fill: Path | None, assignment: str | None, feedback: bool, student: str | None) -> None:
    """That an option is one of this format. Ends the command if not."""
    belong = {
        "--fill": (fill, ("canvas", "moodle")), "--assignment": (assignment, ("canvas",)),
        "--feedback": (feedback or None, ("moodle",)), "--student": (student, ("gradescope", "classroom50", "junit")),
    }  # fmt: skip
    for option, (value, platforms) in belong.items():
        if value is not None and platform not in platforms:
            stop(text("{option} belongs to: grade export {platforms}", option=option, platforms=" | ".join(platforms)))


def _bytes(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        stop(text("{path}: {reason}. Check the path.", path=path, reason=error.strerror))


def _write(found: Iterator[str] | bytes, output: Path | None) -> None:
    if output is None:
        if isinstance(found, bytes):
            stop(text("this is a zip; say where to write it: --output FILE.zip"))
        document_to_stdout()
        sys.stdout.writelines(found)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(found, bytes):
            output.write_bytes(found)
        else:
            with output.open("w", encoding="utf-8", newline="") as stream:  # what is written has its own line ends
                stream.writelines(found)
    except OSError as error:
        stop(text("cannot write {path}: {reason}", path=output, reason=error.strerror), GRADER_FAILED)
    click.echo(say("written: {path}", path=output), err=True)


def _csv(asked: Asked) -> Iterator[str]:
    from grader.exports.table_csv import lines

    return lines(asked.table, LANG)


def _canvas(asked: Asked) -> Iterator[str]:
    from grader.exports import canvas

    if asked.fill is not None:
        return _told(canvas.fill(asked.fill, asked.table, asked.assignment))
    return _told(canvas.fresh(asked.table, asked.assignment or asked.course.title.in_(LANG)))


def _moodle(asked: Asked) -> Iterator[str] | bytes:
    from grader.exports import moodle

    if asked.feedback:
        from grader.classroom.results import standing_results
        from reports.classroom.handout import handout

        rows = {one.id: row for row, one in enumerate(asked.table.students)}
        pages = (
            (asked.table.students[rows[id_]], handout(result, asked.course, asked.table, rows[id_], LANG))
            for id_, result in standing_results(asked.connection, asked.course, asked.table, set(rows))
        )
        zipped = moodle.feedback_zip(pages)
        _notes(zipped.notes)
        return zipped.data
    if asked.fill is not None:
        return _told(moodle.fill_worksheet(asked.fill, asked.table))
    return _told(moodle.gradebook_csv(asked.table, LANG))


def _gradescope(asked: Asked) -> Iterator[str] | bytes:
    from grader.exports.gradescope import results
    from reports.jsonout import dump

    totals = {one.id: float(asked.table.total[row]) for row, one in enumerate(asked.table.students)}

    # with the points that count: Gradescope takes `score` for the total
    def document(student: str, result: RunResult) -> str:
        return dump(results(result._replace(score=totals[student]), LANG))

    return _one_or_all(asked, "results.json", document)


def _classroom50(asked: Asked) -> Iterator[str] | bytes:
    from grader.exports.classroom50 import Delivery, result, units
    from grader.gradebook.book import handed_in
    from reports.jsonout import dump

    last = handed_in(asked.connection)
    parts = units(check.points for checks in asked.table.checks.values() for check in checks)
    people = {one.id: one for one in asked.table.students}

    def document(student: str, graded: RunResult) -> str:
        name, at = (last[student].name, last[student].at) if student in last else ("", "")
        who = Delivery(
            classroom="",
            assignment=asked.course.name,
            owner=people[student].login or student,
            submission=name,
            commit="",
            release="",
            review="",
            datetime=at,
        )
        return dump(result(graded, who, LANG, parts))

    _note_adjustments(asked)
    return _one_or_all(asked, "result.json", document)


def _junit(asked: Asked) -> Iterator[str]:
    from grader.exports.junit import junit

    _note_adjustments(asked)
    return iter([junit(_results(asked), LANG)])


def _note_adjustments(asked: Asked) -> None:
    if any(one.kind != "excused" for one in asked.table.adjustments):
        _notes([text("adjustments are not in this format; it has what was graded.")])


_WRITERS: dict[str, Callable[[Asked], Iterator[str] | bytes]] = {
    "csv": _csv, "canvas": _canvas, "moodle": _moodle, "gradescope": _gradescope, "classroom50": _classroom50, "junit": _junit,
}  # fmt: skip


def _results(asked: Asked) -> Iterator[tuple[str, RunResult]]:
    """What stands for each student, or for the one that was asked for, without what she is excused from."""
    from grader.classroom.results import standing_results
    from grader.exports.grades import excused

    chosen = {asked.student} if asked.student else {one.id for one in asked.table.students}
    without = excused(asked.table)
    for student, result in standing_results(asked.connection, asked.course, asked.table, chosen):
        asked_of_her = tuple(one for one in result.exercises if one.id not in without.get(student, ()))
        if asked_of_her:
            yield student, result._replace(exercises=asked_of_her)


def _one_or_all(asked: Asked, name: str, document: Callable[[str, RunResult], str]) -> Iterator[str] | bytes:
    """The document of one student, or a zip with a folder for each."""
    from grader.exports.zipped import folders

    documents = ((student, document(student, result)) for student, result in _results(asked))
    if asked.student is not None:
        return (written for _, written in documents)
    return folders(documents, name)


def _told(filled: Filled) -> Iterator[str]:
    _notes(filled.notes)
    return iter([filled.text])


def _notes(notes: Iterable[Text]) -> None:
    for note in notes:
        tell(say("note: "), note)
