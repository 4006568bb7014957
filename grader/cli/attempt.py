"""`grade try`: the counterexample of the latest result as a file beside the answer."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NoReturn

import click

from grader.cli.common import (
    FAILED,
    GRADER_FAILED,
    LANG,
    UNCONFINED_WORKSPACE,
    complete_exercise,
    course_option,
    lang_option,
    lazy_sandbox,
    read_course_of_workspace,
    read_exercise,
    read_store,
    read_workspace,
    say,
    stop,
    stop_sandbox,
)
from grader.errors import SandboxError, SubmissionError, Unconfined
from grader.model import ExerciseResult, Text
from grader.status import is_ours
from grader.submission import trying
from grader.words import text


@click.command("try", help=say("Write what fails into a file beside your answer, to run and change."))
@click.argument("exercise", shell_complete=complete_exercise)
@course_option
@lang_option
@click.pass_obj
def try_command(started: Any, exercise: str, course_folder: Path | None) -> None:
    course, is_own = read_course_of_workspace(course_folder)
    one = read_exercise(course, exercise)
    workspace = read_workspace()
    with ExitStack() as stack:
        from grader.record.practice import practise
        from grader.submission.load import load_own

        sandbox = lazy_sandbox(stack, started, must_confine=not is_own)
        try:
            loaded = load_own(workspace, (one,))
            (result,) = practise(course, (one,), loaded, read_store(stack, workspace), sandbox).exercises
        except SubmissionError as error:
            stop(error.text)
        except Unconfined:
            stop(UNCONFINED_WORKSPACE, GRADER_FAILED)
        except SandboxError as error:
            stop_sandbox(error)
    check = trying.to_try(result)
    if check is None or result.answer is None:
        _nothing(result)
    answer = workspace / result.answer.path
    if answer.suffix != ".py":
        stop(
            text(
                "the answer to {exercise} is in a notebook: there, `%grade try {exercise}` gives you a cell.",
                exercise=one.id,
            )
        )
    path = answer.with_name(f"try_{one.id}.py")
    _write(path, trying.file(result, check, one, answer))
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    click.echo(text("written to {path}. Run it: python {path}", path=shown).in_(LANG))


def _nothing(result: ExerciseResult) -> NoReturn:
    said = trying.why_not(result)
    if result.status == "passed":
        click.echo(said.in_(LANG))
        sys.exit(0)
    stop(said, GRADER_FAILED if is_ours(result.status) else FAILED)


def _write(path: Path, said: Text) -> None:
    """Never over something that is not one of ours, and never through a link."""
    try:
        if path.is_symlink() or (
            path.exists() and not trying.is_made(path.read_text(encoding="utf-8", errors="replace"))
        ):
            stop(text("{path} is not one that `grade try` wrote: rename it, or move it away.", path=path))
        path.write_text(said.in_(LANG), encoding="utf-8")
    except OSError as error:
        stop(text("cannot write {path}: {reason}", path=path, reason=error.strerror), GRADER_FAILED)
