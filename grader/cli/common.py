"""What the commands share: the language, the options, and how a command gives up."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from grader.cli import COMMANDS
from grader.discover import find_course
from grader.model import Course, CourseError, Exercise, Text, same
from grader.words import language
from grader.workspace import UsageError, choose, find_workspace

LANG = language(sys.argv[1:])
FAILED, MISUSED, GRADER_FAILED = 1, 2, 3


def say(en: str, ja: str) -> str:
    """The words of the chosen language, for help texts as well."""
    return ja if LANG == "ja" else en


def stop(text: Text, code: int = MISUSED) -> NoReturn:
    """One line on stderr, and out."""
    click.echo(f"grade: {text.in_(LANG)}", err=True)
    sys.exit(code)


def stop_sandbox(error: Exception) -> NoReturn:
    """The sandbox did not come up, or died."""
    stop(Text(f"the sandbox failed: {error}. `grade doctor` shows more.",
              f"サンドボックスが動きません: {error}。`grade doctor` で詳しく分かります。"), GRADER_FAILED)  # fmt: skip


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
        stop(Text("this is no workspace. `grade init my-course` makes one; `--submission PATH` grades something else.",
                  "ここはワークスペースではありません。`grade init my-course` で作るか、`--submission PATH` で指定してください。"))  # fmt: skip
    return workspace


lang_option = click.option(
    "--lang", type=click.Choice(["en", "ja"]), expose_value=False,
    help=say("language (default: the locale's)", "表示言語(既定はロケール)"),
)  # fmt: skip
course_option = click.option(
    "--course", "course_folder", type=click.Path(path_type=Path), metavar="DIR",
    help=say("the folder that holds exercises/", "exercises/ のあるフォルダ"),
)  # fmt: skip
