"""What the commands share: the language, the options, and how a command gives up."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from grader.cli import COMMANDS
from grader.discover import find_course
from grader.model import Course, CourseError, Exercise, Text, same
from grader.words import language, teach_click, text
from grader.workspace import UsageError, choose, find_workspace

LANG = language(sys.argv[1:])
teach_click(LANG)
FAILED, MISUSED, GRADER_FAILED = 1, 2, 3


def say(message: str, /, **values: object) -> str:
    """`words.text` in the chosen language, for help texts as well."""
    return text(message, **values).in_(LANG)


def stop(why: Text, code: int = MISUSED) -> NoReturn:
    """One line on stderr, and out."""
    click.echo(f"grade: {why.in_(LANG)}", err=True)
    sys.exit(code)


def read_course(folder: Path | None, words: tuple[str, ...] = ()) -> Course:
    try:
        return find_course(Path.cwd(), folder, words)
    except CourseError as error:
        stop(same(str(error)))


def read_exercises(course: Course, words: tuple[str, ...]) -> tuple[Exercise, ...]:
    try:
        return choose(course, words, tuple(COMMANDS))
    except UsageError as error:
        stop(error.text)


def read_workspace() -> Path:
    """The folder whose answers are graded when nothing else is said."""
    workspace = find_workspace(Path.cwd())
    if workspace is None:
        stop(text("this is no workspace. `grade init my-course` makes one; `--submission PATH` grades something else."))
    return workspace


lang_option = click.option(
    "--lang", type=click.Choice(["en", "ja"]), expose_value=False, help=say("language (default: the locale's)")
)
course_option = click.option(
    "--course",
    "course_folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=say("the folder that holds exercises/"),
)
