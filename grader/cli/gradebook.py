"""`grade adjust` and `grade why`: what a person decides about a grade, and where a grade comes from; and how commands open
a gradebook."""

from __future__ import annotations

import getpass
import math
import sys
from collections.abc import Collection, Iterator, Sequence
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
from grader.model import Course
from grader.words import listed, text

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from grader.gradebook.records import AdjustmentKind, ClassTable

GRADEBOOK = "gradebook.sqlite3"
LATE = "@late"
_KINDS: dict[str, AdjustmentKind] = {"points": "override", "extra": "extra", "late": "late", "excuse": "excused"}

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


def read_table(connection: Connection, course: Course, named: Collection[str] = ()) -> ClassTable:
    """The class as it stands. Ends the command if nothing was published yet."""
    from grader.gradebook.standing import class_table

    stop_if_unpublished(connection)
    return class_table(connection, course, named)


def stop_if_unpublished(connection: Connection) -> None:
    from grader.gradebook.book import counting

    if not counting(connection):
        stop(text("nothing has been published in this gradebook yet; `grade class SUBMISSIONS` does that."))


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
@click.option("--undo", type=click.Choice(list(_KINDS)), help=say("take such an adjustment back"))
@click.option("--reason", required=True, metavar="TEXT", help=say("why; it is kept"))
@click.option("--author", "by", metavar="NAME", help=say("who decided it (default: you)"))
@db_option
@form_option
@course_option
@lang_option
def adjust_command(student: str, exercise: str | None, override: float | None, extra: float | None, late: float | None,
        excused: bool, undo: str | None, reason: str, by: str | None, db: str, form: str, course_folder: Path | None) -> None:  # fmt: skip
    from grader.gradebook import book
    from grader.gradebook.open import writing
    from grader.gradebook.records import Adjustment
    from grader.record.store import now
    from reports.escape import clean_line, inert
    from reports.view import points

    given: dict[str, float | None] = {
        "points": override, "extra": extra, "late": None if late is None else late / 100, "excuse": 0.0 if excused else None,
    }  # fmt: skip
    chosen = [(option, value) for option, value in given.items() if value is not None]
    if len(chosen) + bool(undo) != 1:
        stop(text("say one of --points, --extra, --late, --excuse and --undo."))
    if not all(math.isfinite(value) for _, value in chosen):
        stop(text("points and percents must be numbers."))
    if not reason.strip():
        stop(text("--reason must say why; whoever asks later will read it."))
    option, value = chosen[0] if chosen else (undo or "", 0.0)
    course = read_course(course_folder)
    where = read_exercise(course, exercise) if exercise else None
    if where and override is not None and not 0 <= override <= where.points:
        stop(text("{exercise} has {most} points; --extra adds more.", exercise=where.id, most=points(where.points)))
    with read_gradebook(db, must_exist=True) as engine, writing(engine) as connection:
        decided = [
            Adjustment(
                student=who,
                exercise=on,
                kind=_KINDS[option],
                value=value,
                reason=reason.strip(),
                author=by or author(),
                at=now(),
            )
            for who, on in read_those(connection, student, where.id if where else "")
        ]
        those = list(dict.fromkeys(one.student for one in decided))
        before = _totals(connection, course, those)
        for one in decided:
            book.adjust(connection, one, take_back=bool(undo))
        after = _totals(connection, course, those)
    if form == "json":
        noted = [{**one._asdict(), "taken_back": bool(undo)} for one in decided]
        print_json({"schema": "gradkata/adjust/v1", "adjustments": noted})
        return
    for who, old, new in zip(those, before, after, strict=True):
        effect = f"{old} → {new}" if old != new else say("{sum}, as before", sum=old)
        click.echo(inert(f"{clean_line(who)}: {effect}"))


def _totals(connection: Connection, course: Course, students: Sequence[str]) -> list[str]:
    """What each of them has in all."""
    from grader.gradebook import book
    from grader.gradebook.standing import tally
    from reports.view import score

    standing = book.standing_by_student(connection, students)
    found = tally(
        connection, course, book.counting(connection), {student: standing.get(student, {}) for student in students}
    )
    return [score(total, most) for total, most in zip(found.total.tolist(), found.most.tolist(), strict=True)]


def read_those(connection: Connection, word: str, exercise: str) -> list[tuple[str, str]]:
    """The students, and the exercises of each, that two words mean: one student, or with `@late` all whose last hand-in the
    platform marked so, and then of these what that run asked for: what they hand in later is another matter."""
    from grader.gradebook.book import late_hand_ins

    if word != LATE:
        return [(read_student(connection, word), exercise)]
    late = [
        (student, id_)
        for student, ids in sorted(late_hand_ins(connection).items())
        for id_ in ids
        if exercise in ("", id_)
    ]
    return late or stop(text("nobody's last submission is marked as late; name a student."))


def read_student(connection: Connection, word: str) -> str:
    """The id of the student whom a word means: an id, e-mail address, login or name, or a part of one that only one has."""
    from grader.gradebook import book

    everybody = book.everybody(connection)
    if any(one.id == word for one in everybody):
        return word
    called = word.casefold()
    exact = [one for one in everybody if called in (part.casefold() for part in one if part)]
    found = exact or [one for one in everybody if any(called in part.casefold() for part in (one.id, one.name))]
    if len(found) == 1:
        return found[0].id
    if found:
        people = listed(f"{one.id} ({one.name})" if one.name else one.id for one in found[:8])
        stop(text("{word!r} may be {people}; name one.", word=word, people=people))
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
    from grader.gradebook.open import reading
    from reports.classroom.trail import print_trail, trail_json

    course = read_course(course_folder)
    chosen = read_exercise(course, exercise).id if exercise else ""
    with read_gradebook(db, must_exist=True) as engine, reading(engine) as connection:
        found = trail(connection, course, read_student(connection, student), chosen, save, course_folder)
    if form == "json":
        print_json(trail_json(found, LANG))
    else:
        print_trail(found, LANG, sys.stdout)
