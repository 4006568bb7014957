"""`grade report`, and the page behind `--report`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.cli.common import (
    LANG,
    SCREEN,
    complete_exercise,
    course_option,
    form_option,
    grade_workspace,
    lang_option,
    lazy_sandbox,
    open_output,
    print_json,
    read_course,
    read_course_of_workspace,
    read_named,
    read_store,
    read_workspace,
    say,
    stop,
)
from grader.model import Course, RunResult
from grader.record.workspace import home_of
from grader.words import text

if TYPE_CHECKING:
    from grader.record.store import Store
    from grader.sandbox.host import Sandbox

NAME = "report.html"
FOLDER = "class-report"


@click.command(
    "report",
    help=say("Write the page that shows how far you have come; with --db, the report of a class."),
)
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]...", shell_complete=complete_exercise)
@click.option("--open", "show", is_flag=True, help=say("open it in the browser"))
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE.html",
    help=say("where to write it (default: {name} in the workspace; of a class: {folder}/)", name=NAME, folder=FOLDER),
)
@click.option("--db", metavar="URL", help=say("write the report of a class instead, from its gradebook"))
@click.option("--anonymous", is_flag=True, help=say("of a class: leave every name out"))
@click.option(
    "--handouts",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=say("of a class: also write a page for each student to hand out"),
)
@form_option
@course_option
@lang_option
@click.pass_obj
def report_command(started: Any, exercises: tuple[str, ...], show: bool, output: Path | None, db: str | None, anonymous: bool, handouts: Path | None,
        form: str, course_folder: Path | None) -> None:  # fmt: skip
    if db is not None:
        if output == SCREEN:
            stop(text("the report of a class is a folder; name one: --output DIR"))
        course = read_course(course_folder)
        named = read_named(course, exercises)
        _of_a_class(course, named, db, output or Path(FOLDER), anonymous, handouts, form, show)
        return
    if anonymous or handouts or exercises:
        stop(text("EXERCISE, --anonymous and --handouts are for the report of a class; add --db URL."))
    course, is_own = read_course_of_workspace(course_folder)
    workspace = read_workspace()
    path = output or home_of(workspace) / NAME
    with ExitStack() as stack:
        sandbox = lazy_sandbox(stack, started, must_confine=not is_own)
        store = read_store(stack, workspace)
        result = grade_workspace(course, workspace, store, sandbox)
        write_report(path, result, course, sandbox, store)
    if path != SCREEN:
        _tell(path, form, show)


def _tell(path: Path, form: str, show: bool) -> None:
    if form == "json":
        print_json({"schema": "gradkata/report/v1", "file": str(path)})
    else:
        click.echo(path)
        if not show:
            click.echo(say("open it with a double click, or add --open."), err=True)
    if show:
        _open(path)


def _of_a_class(
    course: Course,
    named: Sequence[str],
    db: str,
    folder: Path,
    anonymous: bool,
    handouts: Path | None,
    form: str,
    show: bool,
) -> None:
    from grader.cli.class_report import write_class_report, write_handouts
    from grader.cli.gradebook import read_gradebook

    with read_gradebook(db, must_exist=True) as engine:
        write_class_report(folder, engine, course, anonymous, named)
        if handouts:
            count = write_handouts(handouts, engine, course, named)
            click.echo(say("{count} pages to hand out in {folder}", count=count, folder=handouts), err=True)
    _tell(folder / "index.html", form, show)


def write_report(
    path: Path, result: RunResult, course: Course, sandbox: Callable[[], Sandbox], store: Store | None
) -> None:
    """Write a graded submission as a page, with what the `store` remembers."""
    from grader.judge.sketches import pictures_of_run
    from reports.progress import progress_html

    pictures = pictures_of_run(course, result, sandbox())
    history, hints = (store.attempts(), store.hints()) if store else ((), {})
    with open_output(path) as stream:
        stream.write(progress_html(result, course, LANG, pictures, history, hints))


def _open(path: Path) -> None:
    import webbrowser

    if not webbrowser.open(path.resolve().as_uri()):
        click.echo(say("no browser could be started; open {path} yourself.", path=path), err=True)
