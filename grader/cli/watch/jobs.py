"""What `grade watch` asks the thread that grades for, and what it is told."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from grader.cli.report import NAME, write_report
from grader.cli.watch.background import IDLE, SOON, Job
from grader.cli.watch.changes import answered_by
from grader.errors import SandboxError, SubmissionError
from grader.model import Course, Exercise, Language, RunResult, Text
from grader.record.warm import Bench
from grader.record.workspace import home_of
from grader.words import joined, text

if TYPE_CHECKING:
    from grader.sandbox.launch import Zygote


class WatchSetup(NamedTuple):
    """
    Attributes:
        named: the exercises to begin with; whatever is saved is graded.
        poll: whether to look for changes again and again.
        started: a zygote, if one was started early.
    """

    course: Course
    named: tuple[Exercise, ...]
    workspace: Path
    lang: Language
    poll: bool
    started: Zygote | None

    @property
    def has_terminal(self) -> bool:
        """Whether there are keys to read and a screen to paint on."""
        return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


class Graded(NamedTuple):
    """A result to show. `noticed`: when the save was, on the clock of time.perf_counter; None if there was none."""

    result: RunResult
    noticed: float | None


class Surveyed(NamedTuple):
    """A unit's results, to know where the person stands."""

    result: RunResult


class Unconcerned(NamedTuple):
    """What was saved is the answer to nothing."""


class Message(NamedTuple):
    """Something to read in place of a result."""

    text: Text


def grade_saved(setup: WatchSetup, paths: frozenset[Path], noticed: float) -> Job:
    """Grade what these files answer. A newer save of one of them takes its place."""

    def work(bench: Bench) -> Graded | Unconcerned:
        exercises = answered_by(paths, setup.workspace, setup.course.exercises)
        return Graded(bench.grade(exercises), noticed) if exercises else Unconcerned()

    return Job(_or_message(work), paths)


def grade_named(setup: WatchSetup) -> Job:
    return Job(_or_message(lambda bench: Graded(bench.grade(setup.named), None)), frozenset({"named"}))


def survey(exercises: tuple[Exercise, ...]) -> Job:
    """Grade a unit, to know where the person stands. Unit by unit, so that a save that comes between loses little."""

    work = _or_message(lambda bench: Surveyed(bench.grade(exercises)))
    return Job(work, frozenset({("unit", exercises[0].unit)}), SOON)


def warm_up(exercise: Exercise) -> Job:
    def work(bench: Bench) -> None:
        bench.warm_up(exercise)

    return Job(work, frozenset({"warm"}), IDLE)


def report(setup: WatchSetup) -> Job:
    """Write the page and show it."""
    return Job(_or_message(partial(_report, setup)), frozenset({"report"}), SOON)


def _report(setup: WatchSetup, bench: Bench) -> Message:
    path = home_of(setup.workspace) / NAME
    try:
        result = bench.grade(setup.course.exercises)
        path.open("a").close()  # before `write_report`, which ends the command if it cannot
        write_report(path, result, setup.course, bench.sandbox, bench.store)
    except OSError as error:
        return Message(text("cannot write {path}: {reason}", path=path, reason=error.strerror))
    what = text("report: {path}\n", path=path)
    if _opened(path):
        return Message(text("{what}It opens in your browser.", what=what))
    return Message(text("{what}No browser can be started here; open the file yourself.", what=what))


def _opened(page: Path) -> bool:
    """Start a browser, if there is a screen for it: apart from us, since one for text would take our terminal."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY")):
        return False
    null = subprocess.DEVNULL
    command = [sys.executable, "-P", "-m", "webbrowser", page.resolve().as_uri()]
    subprocess.Popen(command, stdin=null, stdout=null, stderr=null, start_new_session=True)
    return True


def _or_message(work: Callable[[Bench], object]) -> Callable[[Bench], object]:
    """The same work; where an answer cannot be read, or the sandbox fails, that is told in place of what it returns."""

    def guarded(bench: Bench) -> object:
        try:
            return work(bench)
        except SubmissionError as error:
            return Message(error.text)
        except SandboxError as error:
            from grader.judge.explain import sandbox_failed

            return Message(joined([sandbox_failed(error), text("The next save tries again.")], " ", ""))

    return guarded
