"""`grade init` and `reset`: what makes a workspace, and puts a piece of it back as it was."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

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
    read_workspace,
    say,
    stop,
    where_of,
)
from grader.course.stub import pristine_stub
from grader.errors import SubmissionError, UsageError
from grader.language import asked_language
from grader.model import Course, Exercise
from grader.record.workspace import Place, make_notebooks, make_workspace, only_units, unused_name
from grader.words import text


@click.command("reset", help=say("Put the stub back; your answer is kept as a backup."))  # fmt: skip
@click.argument("exercise", shell_complete=complete_exercise)
@click.option("--yes", is_flag=True, help=say("do not ask"))
@form_option
@course_option
@lang_option
def reset_command(exercise: str, yes: bool, form: str, course_folder: Path | None) -> None:
    tell = partial(click.echo, err=form == "json")
    backup = _reset(exercise, yes, read_course(course_folder), tell)
    if form == "json":
        kept = str(backup) if backup else None
        print_json({"schema": "gradkata/reset/v1", "exercise": exercise, "backup": kept})


def _reset(exercise: str, yes: bool, course: Course, tell: Callable[[str], None]) -> Path | None:
    """Put the stub back, if that is wanted; where the answer is kept, if there was one."""
    one = read_exercise(course, exercise)
    read_workspace()
    at = where_of(one)
    path = at.path
    try:
        fresh, others = _reset_text(course, one, at)
        if fresh is None:
            tell(say("{at} is the stub already.", at=at.text))
            _say_others(path, others, tell)
            return None
        backup = unused_name(path) if path.exists() else None
        if backup:
            if not yes and not _agreed(at, backup):
                tell(say("nothing was changed."))
                return None
            path.replace(backup)
            tell(say("your answer is in {backup}", backup=backup))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(fresh, encoding="utf-8", newline="\n")
    except (OSError, UnicodeDecodeError) as error:
        stop(text("cannot reset {path}: {error}", path=path, error=error), GRADER_FAILED)
    except SubmissionError as error:
        stop(error.text)
    if at.is_notebook:
        tell(say("if {path} is open in Jupyter, reload it from disk before you go on.", path=path.name))
        _say_others(path, others, tell)
    tell(say("read the task:") + f" grade show {one.id}")
    return backup


def _agreed(at: Place, backup: Path) -> bool:
    if not sys.stdin.isatty():
        stop(text("nobody can be asked here; add --yes."))
    return click.confirm(
        say("Put the stub back into {place}? Your answer is kept as {backup}.", place=at.text, backup=backup.name)
    )


def _reset_text(course: Course, exercise: Exercise, at: Place) -> tuple[str | None, tuple[int, ...]]:
    """The file with the stub in it, None if it is so already; and cells of a notebook that answer the exercise too."""
    if at.is_notebook:
        from grader.submission.notebook_writing import unit_notebook, with_stub

        if at.path.is_file():
            return with_stub(at.path.read_bytes(), at.path.name, exercise, LANG)
        unit = tuple(one for one in course.exercises if one.unit == exercise.unit)
        return unit_notebook(course, exercise.unit, unit, LANG), ()
    stub = pristine_stub(exercise)
    same_already = at.path.is_file() and at.path.read_text(encoding="utf-8") == stub
    return None if same_already else stub, ()


def _say_others(path: Path, others: tuple[int, ...], tell: Callable[[str], None]) -> None:
    if others:
        numbers = ", ".join(map(str, others))
        tell(
            say(
                "cell {numbers} of {path} answers it too, and still counts; delete it to begin anew.",
                numbers=numbers,
                path=path.name,
            )
        )


@click.command("init", help=say("Make a workspace in a new folder DIR."))
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--notebooks",
    is_flag=True,
    help=say("notebooks to fill in, one for each unit"),
)
@click.option(
    "--unit",
    "units",
    multiple=True,
    metavar="UNIT",
    help=say("only this unit (may be repeated)"),
)
@form_option
@course_option
@lang_option
def init_command(folder: Path, notebooks: bool, units: tuple[str, ...], form: str, course_folder: Path | None) -> None:
    lang = asked_language(sys.argv[1:])
    try:
        course = only_units(read_course(course_folder), units)
        few = course.unit_ids if units else []
        if notebooks:
            count = make_notebooks(course, folder, lang, LANG, few)
        else:
            count = make_workspace(course, folder, lang, few)
    except UsageError as error:
        stop(error.text)
    except OSError as error:
        stop(text("cannot write {folder}: {reason}", folder=folder, reason=error.strerror), GRADER_FAILED)
    if form == "json":
        print_json({"schema": "gradkata/init/v1", "folder": str(folder), "exercises": count})
        return
    click.echo(say("{count} exercises in {folder}. Next:", count=count, folder=folder))
    if folder.resolve() != Path.cwd():
        click.echo(f"  cd {folder}")
    first = course.exercises[0]
    click.echo(f"  jupyter lab {first.unit}.ipynb" if notebooks else f"  grade show {first.id}")
    if notebooks:
        click.echo(say("(JupyterLab comes with `pip install jupyterlab`; VS Code opens notebooks, too.)"))
