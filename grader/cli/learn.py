"""`grade list`, `next`, `hint` and `show`: what a learner asks for between two runs."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.common import (
    LANG,
    complete_exercise,
    course_option,
    form_option,
    grade_workspace,
    lang_option,
    lazy_sandbox,
    print_json,
    read_course,
    read_course_of_workspace,
    read_exercise,
    read_store,
    read_workspace,
    say,
    stop,
    where_of,
)
from grader.errors import SubmissionError
from grader.model import Course, Exercise, ExerciseResult
from grader.record.workspace import Place, find_workspace

if TYPE_CHECKING:
    from grader.record.store import Store


@click.command("list", help=say("List the exercises, and which are done."))
@form_option
@course_option
@lang_option
def list_command(form: str, course_folder: Path | None) -> None:
    course = read_course(course_folder)
    if form == "json":
        from reports import jsonout

        print_json(jsonout.list_json(course, LANG))
    else:
        from reports.terminal import print_list

        print_list(course, _known(course), LANG, sys.stdout)


def _known(course: Course) -> dict[str, ExerciseResult]:
    """What is remembered of the workspace that we are in, if we are in one."""
    workspace = find_workspace(Path.cwd())
    if workspace is None:
        return {}
    from grader.record.practice import remembered
    from grader.submission.load import load_own

    with ExitStack() as stack:
        try:
            return remembered(course, load_own(workspace, course.exercises), read_store(stack, workspace))
        except SubmissionError as error:
            stop(error.text)


@click.command("hint", help=say("Show a hint; higher levels tell more."))
@click.argument("exercise", shell_complete=complete_exercise)
@click.option(
    "--level",
    type=click.IntRange(1, 3),
    help=say("which one (default: one more than you have seen)"),
)
@form_option
@course_option
@lang_option
def hint_command(exercise: str, level: int | None, form: str, course_folder: Path | None) -> None:
    one = read_exercise(read_course(course_folder), exercise)
    with ExitStack() as stack:
        workspace = find_workspace(Path.cwd())
        store = read_store(stack, workspace) if workspace else None
        level = look_at_hint(one, store, level)
    last = level == len(one.hints)
    step = f"grade {one.id}" if last else f"grade hint {one.id} --level {level + 1}"
    if form == "json":
        from reports import jsonout

        print_json(jsonout.hint_json(one, level, step, LANG))
        return
    from reports.lines import Line, write

    reason = say("check your answer:") if last else say("more:")
    write([Line(text=hint_text(one, level)), Line(text=f"{reason} {step}")], sys.stdout)


def look_at_hint(one: Exercise, store: Store | None, level: int | None = None) -> int:
    """The level of the hint to show, without `level` one more than she has seen; it is remembered."""
    seen = store.hints().get(one.id, 0) if store else 0
    level = min(level or seen + 1, len(one.hints))
    if store:
        store.saw_hint(one.id, level)
    return level


def hint_text(one: Exercise, level: int) -> str:
    """A hint under its heading, and an empty line."""
    head = say("{exercise}, hint {level}/{most}", exercise=one.id, level=level, most=len(one.hints))
    return f"{head}\n\n{one.hints[level - 1].in_(LANG)}\n"


@click.command("show", help=say("Show an exercise's statement."))
@click.argument("exercise", shell_complete=complete_exercise)
@form_option
@course_option
@lang_option
def show_command(exercise: str, form: str, course_folder: Path | None) -> None:
    one = read_exercise(read_course(course_folder), exercise)
    place = where_of(one)
    is_ours = find_workspace(Path.cwd()) is not None
    if form == "json":
        from reports import jsonout

        print_json(jsonout.show_json(one, str(place.path) if is_ours else None, LANG))
        return
    from reports.lines import Line, screen_of, write
    from reports.markdown import write_markdown

    source = one.statement(LANG).read_text(encoding="utf-8")
    where = Line(text=say("to answer it, make a workspace first: grade init my-course"))
    if is_ours:
        where = Line(text=say("write your answer in") + f" {place.text.in_(LANG)}")
    if screen_of(sys.stdout).width is None:
        click.echo(source)
        write([where], sys.stdout)
        return
    has_formulas = write_markdown(source, sys.stdout)
    write([Line(), where, *([Line(text=_formulas_set(one, place))] if has_formulas else ())], sys.stdout)


def _formulas_set(one: Exercise, place: Place) -> str:
    """Where the formulas can be read as formulas: `show` has only their LaTeX."""
    page = place.path.with_name(one.statement(LANG).name)
    if page.is_file():
        return say("formulas set in type: {page} or `grade report`", page=page)
    return say("formulas set in type: `grade report`")


@click.command("next", help=say("Say which exercise comes next."))
@form_option
@course_option
@lang_option
def next_command(form: str, course_folder: Path | None) -> None:
    course, is_own = read_course_of_workspace(course_folder)
    workspace = read_workspace()
    with ExitStack() as stack:
        result = grade_workspace(
            course, workspace, read_store(stack, workspace), lazy_sandbox(stack, must_confine=not is_own)
        )
    if form == "json":
        from reports import jsonout

        print_json(jsonout.next_json(result, course, LANG))
    else:
        from reports.terminal import print_next

        print_next(result, course, LANG, lambda one: where_of(one).text.in_(LANG), sys.stdout)
