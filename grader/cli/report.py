"""`grade report`, and the page behind `--report`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.cli.common import (
    LANG,
    course_option,
    form_option,
    grade_workspace,
    lang_option,
    lazy_sandbox,
    open_output,
    print_json,
    read_course,
    read_store,
    read_workspace,
    say,
)
from grader.model import Course, RunResult
from grader.workspace import home_of

if TYPE_CHECKING:
    from grader.sandbox.host import Sandbox
    from grader.store import Store

NAME = "report.html"


@click.command(
    "report",
    help=say("Write the page that shows how far you have come."),
)
@click.option("--open", "show", is_flag=True, help=say("open it in the browser"))
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.html",
    help=say("where to write it (default: {name} in the workspace)", name=NAME),
)
@form_option
@course_option
@lang_option
@click.pass_obj
def report_command(started: Any, show: bool, output: Path | None, form: str, course_folder: Path | None) -> None:
    course = read_course(course_folder)
    workspace = read_workspace()
    path = output or home_of(workspace) / NAME
    with ExitStack() as stack:
        sandbox = lazy_sandbox(stack, started)
        store = read_store(stack, workspace)
        result = grade_workspace(course, workspace, store, sandbox)
        write_report(path, result, course, sandbox, store)
    if form == "json":
        print_json({"schema": "gradkata/report/v1", "file": str(path)})
    else:
        click.echo(path)
        if not show:
            click.echo(say("open it with a double click, or by `grade report --open`."), err=True)
    if show:
        _open(path)


def write_report(
    path: Path, result: RunResult, course: Course, sandbox: Callable[[], Sandbox], store: Store | None
) -> None:
    """Write a graded submission as a page, with what the `store` remembers."""
    from grader.pictures import pictures_of_run
    from reports.progress import progress_html

    pictures = pictures_of_run(course, result, sandbox())
    history, hints = (store.attempts(), store.hints()) if store else ((), {})
    with open_output(path) as stream:
        stream.write(progress_html(result, course, LANG, pictures, history, hints))


def _open(path: Path) -> None:
    import webbrowser

    if not webbrowser.open(path.resolve().as_uri()):
        click.echo(say("no browser could be started; open {path} yourself.", path=path), err=True)
