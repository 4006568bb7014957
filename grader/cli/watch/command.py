"""`grade watch`: parse, choose between a terminal and a pipe, and say how it ended."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from grader.cli.common import (
    GRADER_FAILED,
    LANG,
    course_option,
    lang_option,
    read_course,
    read_exercises,
    read_workspace,
    say,
    stop,
)
from grader.lacking import reraise_lack
from grader.words import text


@click.command(
    "watch",
    help=say("Grade on every save; single keys for a hint, the next exercise, the list and the report."),
)  # fmt: skip
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]...")
@click.option(
    "--poll",
    is_flag=True,
    help=say("look for changes again and again (network drives)"),
)
@course_option
@lang_option
@click.pass_obj
def watch_command(started: Any, exercises: tuple[str, ...], poll: bool, course_folder: Path | None) -> None:
    course = read_course(course_folder, tell_which=True)
    named = read_exercises(course, exercises) if exercises else ()
    workspace = read_workspace().resolve()
    from grader.cli.watch.jobs import WatchSetup
    from grader.cli.watch.loop import watch_in_a_pipe, watch_on_a_terminal

    setup = WatchSetup(course=course, named=named, workspace=workspace, lang=LANG, poll=poll, started=started)
    try:
        (watch_on_a_terminal if setup.has_terminal else watch_in_a_pipe)(setup)
    except (KeyboardInterrupt, BrokenPipeError):  # ^C; or nobody reads any more: `grade watch | head`
        sys.exit(0)
    except Exception as error:  # the terminal is as it was again
        reraise_lack(error)
        what = f"{type(error).__name__}: {error}"
        stop(text("watching ended: {what}. `grade doctor` shows what this machine lacks.", what=what), GRADER_FAILED)
