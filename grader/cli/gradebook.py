"""`grade adjust` and `grade why`: what a person decides about a grade, and where a grade comes from; and how commands open
a gradebook."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.common import (
    GRADER_FAILED,
    LANG,
    complete_exercise,
    course_option,
    form_option,
    lang_option,
    print_json,
    read_course,
    read_exercise,
    say,
    stop,
)
from grader.words import listed, text

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

GRADEBOOK = "gradebook.sqlite3"
LATE = "@late"

db_option = click.option(
    "--db",
    default=GRADEBOOK,
    show_default=True,
    metavar="URL",
    help=say("the gradebook: a file, or postgresql://USER@HOST/NAME"),
)


@contextmanager
def read_gradebook(where: str, must_exist: bool = False) -> Iterator[Engine]:
    """An open gradebook. Ends the command if it cannot be used."""
    from grader.gradebook.open import GradebookError, open_gradebook

    try:
        with open_gradebook(where, must_exist) as engine:
            yield engine
    except GradebookError as error:
        stop(error.text, GRADER_FAILED)


def author() -> str:
    """Who is at work, as the system says."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without a user's name
        return "unknown"


@click.command(
    "adjust",
    help=say(
        "Change what counts for a STUDENT, or for one EXERCISE of theirs. No regrade touches it. `@late` means everybody whose submission the platform marked as late."
    ),
)
@click.argument("student")
@click.argument("exercise", required=False, shell_complete=complete_exercise)
@click.option("--points", "override", type=float, metavar="N", help=say("these points, whatever was graded"))
@click.option("--extra", type=float, metavar="N", help=say("so many points more (or less)"))
@click.option(
    "--late", type=click.FloatRange(0, 100), metavar="PERCENT", help=say("take away so many percent of the points")
)
@click.option("--excuse", "excused", is_flag=True, help=say("it counts neither for nor against"))
@click.option(
    "--undo", type=click.Choice(["points", "extra", "late", "excuse"]), help=say("take such an adjustment back")
)
@click.option("--reason", required=True, metavar="TEXT", help=say("why; it is kept"))
@click.option("--author", "by", metavar="NAME", help=say("who decided it (default: you)"))
@db_option
@form_option
@course_option
@lang_option
def adjust_command(student: str, exercise: str | None, override: float | None, extra: float | None, late: float | None,
        excused: bool, undo: str | None, reason: str, by: str | None, db: str, form: str, course_folder: Path | None) -> None:  # fmt: skip
    from grader.classroom.records import Adjustment
    from grader.gradebook import book
    from grader.gradebook.open import writing
    from grader.store import now

    given = {
        "override": override,
        "extra": extra,
        "late": None if late is None else late / 100,
        "excused": 0.0 if excused else None,
    }
    chosen = [(kind, value) for kind, value in given.items() if value is not None]
    if len(chosen) + bool(undo) != 1:
        stop(text("say one of --points, --extra, --late, --excuse and --undo."))
    if not reason.strip():
        stop(text("--reason must say why; whoever asks later will read it."))
    kind, value = (
        chosen[0] if chosen else ({"points": "override", "excuse": "excused"}.get(undo or "", undo or ""), 0.0)
    )
    where = read_exercise(read_course(course_folder), exercise).id if exercise else ""
    with read_gradebook(db, must_exist=True) as engine, writing(engine) as connection:
        decided = [
            Adjustment(who, where, kind, value, reason.strip(), by or author(), now())  # type: ignore[arg-type]
            for who in read_students(connection, student)
        ]
        for one in decided:
            book.adjust(connection, one, take_back=bool(undo))
    if form == "json":
        noted = [{**one._asdict(), "taken_back": bool(undo)} for one in decided]
        print_json({"schema": "gradkata/adjust/v1", "adjustments": noted})
    for one in decided if form == "text" else ():
        click.echo(say("noted for {student}; `grade why {student}` shows it", student=one.student))


def read_students(connection: Connection, word: str) -> list[str]:
    """The ids of the students whom a word means: one, or with `@late` all whose last hand-in the platform marked so."""
    from grader.gradebook.book import handed_in

    if word != LATE:
        return [read_student(connection, word)]
    late = [one.student for one in handed_in(connection).values() if one.late]
    return sorted(late) or stop(text("nobody's last submission is marked as late; name a student."))


def read_student(connection: Connection, word: str) -> str:
    """The id of the student whom a word means: an id, else an e-mail address, a login or a name that only one has."""
    from grader.gradebook import book

    everybody = book.everybody(connection)
    if any(one.id == word for one in everybody):
        return word
    found = [one.id for one in everybody if word.casefold() in (part.casefold() for part in one[1:] if part)]
    if len(found) == 1:
        return found[0]
    if found:
        stop(text("{word!r} may be {ids}; name one.", word=word, ids=listed(found)))
    from difflib import get_close_matches

    close = get_close_matches(word, [one.id for one in everybody], 3)
    if close:
        stop(text("{word!r} is nobody in this gradebook. Did you mean {ids}?", word=word, ids=listed(close)))
    stop(text("{word!r} is nobody in this gradebook; `grade export csv` lists everybody.", word=word))


@click.command("why", help=say("Tell where the grade of a STUDENT comes from, and how to reproduce it."))
@click.argument("student")
@click.argument("exercise", required=False, shell_complete=complete_exercise)
@click.option(
    "--save",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=say("write the answers there, as they were graded"),
)
@db_option
@form_option
@course_option
@lang_option
def why_command(student: str, exercise: str | None, save: Path | None, db: str, form: str, course_folder: Path | None) -> None:  # fmt: skip
    from grader.classroom.audit import trail
    from reports.classroom.trail import print_trail, trail_json

    course = read_course(course_folder)
    chosen = read_exercise(course, exercise).id if exercise else ""
    with read_gradebook(db, must_exist=True) as engine, engine.connect() as connection:
        found = trail(connection, course, read_student(connection, student), chosen, save)
    if form == "json":
        print_json(trail_json(found, LANG))
    else:
        import sys

        print_trail(found, LANG, sys.stdout)
