"""`grade similar`: which answers of a class are alike beyond what is usual."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.classroom import read_hand_ins, roster_option
from grader.cli.common import (
    LANG,
    complete_exercise,
    course_option,
    form_option,
    lang_option,
    open_output,
    print_json,
    read_course,
    read_exercises,
    say,
    stop,
    tell,
)
from grader.cli.gradebook import read_gradebook
from grader.errors import SubmissionError
from grader.model import Exercise
from grader.words import text

if TYPE_CHECKING:
    from grader.classroom.intake import HandIn


@click.command(
    "similar",
    help=say(
        "Show which answers of a class are more alike than is usual in it: hints for a conversation, no proof. SUBMISSIONS is a "
        "folder with what each student handed in."
    ),
)
@click.argument("submissions", type=click.Path(path_type=Path), metavar="SUBMISSIONS")
@click.argument("words", nargs=-1, metavar="[EXERCISE]...", shell_complete=complete_exercise)
@roster_option
@click.option("--db", metavar="URL", help=say("the gradebook: shared rare mistakes count, too"))
@form_option
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.html",
    help=say("also write a page with the answers side by side"),
)
@course_option
@lang_option
def similar_command(submissions: Path, words: tuple[str, ...], roster: Path | None, db: str | None, form: str, report: Path | None,
        course_folder: Path | None) -> None:  # fmt: skip
    from grader.classroom.similarity import similar
    from grader.classroom.sources import known_sources

    course = read_course(course_folder, work=submissions)
    chosen = read_exercises(course, words)
    hand_ins = read_hand_ins(submissions, roster)
    names = {one.student.id: one.student.name for one in hand_ins}
    result = similar(_sources(hand_ins, chosen), known_sources(course), _mistakes(db) if db else {})
    if form == "json":
        from reports.similarity import similarity_json

        print_json(similarity_json(result, names, LANG))
    else:
        from reports.similarity import print_similarity

        print_similarity(result, names, LANG, sys.stdout)
    if report:
        from reports.similar_page import similar_html

        with open_output(report) as stream:
            stream.write(similar_html(result, names, course.title, LANG))
        click.echo(say("report: {report}", report=report), err=True)


def _sources(hand_ins: tuple[HandIn, ...], chosen: tuple[Exercise, ...]) -> dict[str, dict[str, str]]:
    """By exercise and student, whatever was begun. What cannot be read is said, and the rest compared."""
    from grader.classroom.sources import own_source
    from grader.submission.load import Read, answers_in

    exercises = {exercise.id: exercise for exercise in chosen}
    found: dict[str, dict[str, str]] = {}
    for one in hand_ins:
        try:
            read = answers_in(one.read(), chosen)
        except SubmissionError as error:
            read = Read({}, problem=error.text)
        if read.problem:
            tell(say("note: ") + f"{one.student.id}: ", read.problem)
        for id_, answer in read.answers.items():
            if source := own_source(answer, exercises[id_]):
                found.setdefault(id_, {})[one.student.id] = source
    if not found:
        stop(text("there is nothing that could be compared; name the folder with what the students handed in."))
    return {id_: found[id_] for id_ in exercises if id_ in found}


def _mistakes(db: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """By exercise and student, those that were named. Slips are no evidence: everybody who begins makes them."""
    from grader.diagnose.slip_kinds import KINDS
    from grader.gradebook.book import standing

    with read_gradebook(db, must_exist=True) as engine, engine.connect() as connection:
        return {
            (exercise, student): tuple(slug for slug in one.mistakes if slug not in KINDS)
            for (student, exercise), one in standing(connection).items()
        }
