"""What the commands share: the language, the options, and how a command gives up."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Set
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

import click

from grader.cli import COMMANDS
from grader.course.discover import Found, agree_to, find_course, find_root, load_course
from grader.course.owner import in_ci
from grader.errors import (
    CourseError,
    ForeignCourse,
    SandboxError,
    SubmissionError,
    Unconfined,
    UnknownOwner,
    UsageError,
)
from grader.language import MARKER, language, marker_setting, teach_click
from grader.model import Course, Exercise, RunResult, Status, Text, same
from grader.record.workspace import Place, choose, find_workspace, home_of, is_her_own, place
from grader.status import is_ours
from grader.words import text

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from grader.record.store import Store
    from grader.sandbox.host import Sandbox

LANG = language(sys.argv[1:])
teach_click(LANG)
FAILED, MISUSED, GRADER_FAILED = 1, 2, 3
SCREEN = Path("-")  # as everywhere: stdout, and no file of that name
UNCONFINED = text(
    "this system cannot confine other people's code (see `grade doctor`). If you trust it, add --allow-unconfined."
)
UNCONFINED_WORKSPACE = text(
    "this system cannot confine what it grades, as is demanded in CI and in somebody else's workspace (see `grade doctor`). If "
    "you trust it, grade it with `grade run --allow-unconfined`."
)


def say(message: str, /, **values: object) -> str:
    """`words.text` in the chosen language, for help texts as well."""
    return text(message, **values).in_(LANG)


def stop(why: Text, code: int = MISUSED) -> NoReturn:
    """What is wrong, on stderr, and out."""
    tell("grade: ", why)
    sys.exit(code)


def tell(head: str, said: Text) -> None:
    """A line on stderr; on a terminal it is wrapped at words, like results."""
    from reports.lines import Line, write

    write([Line(text=said.in_(LANG), head=head)], sys.stderr)


def stop_sandbox(error: Exception) -> NoReturn:
    """The sandbox did not come up, or died."""
    from grader.judge.explain import sandbox_failed

    stop(sandbox_failed(error), GRADER_FAILED)


def read_course(
    folder: Path | None,
    words: tuple[str, ...] = (),
    work: Path | None = None,
    is_own: bool = True,
    tell_which: bool = False,
) -> Course:
    """The course; in a workspace of some of its units these alone.

    `work`: what somebody else handed in; no course and no choice of units in it or round it is heeded. `is_own`: whether the
    workspace that we are in is her own; else its choice of units is not heeded either. `tell_which`: say on stderr which
    course it is, unless nothing but the usual one was to be expected.
    """
    try:
        found = _find_root(folder, work)
        course = load_course(found.root, words)
    except ForeignCourse as error:
        stop(error.text)
    except CourseError as error:
        stop(same(str(error)))
    for root in found.passed_over:
        tell(
            say("note: "),
            text(
                "the course in {root} is passed over, for it belongs to what is graded; `--course {root}` uses it.",
                root=root,
            ),
        )
    if tell_which and (work is not None or not is_own or not (found.installed or folder)):
        where = text("the installed one") if found.installed else same(str(found.root.resolve()))
        tell(say("note: "), text("graded by the course {name}, {where}", name=course.name, where=where))
    units = "" if work is not None or not is_own else marker_setting(Path.cwd(), "units")
    if not units:
        return course
    return course._replace(exercises=tuple(one for one in course.exercises if one.unit in units.split()))


def read_course_of_workspace(folder: Path | None) -> tuple[Course, bool]:
    """The course for the workspace that we are in, and whether that is her own."""
    workspace = find_workspace(Path.cwd())
    is_own = workspace is None or is_her_own(workspace)
    return read_course(folder, work=workspace if in_ci() else None, is_own=is_own, tell_which=True), is_own


def _find_root(folder: Path | None, work: Path | None) -> Found:
    try:
        return find_root(Path.cwd(), folder, work)
    except UnknownOwner as error:
        if not sys.stdin.isatty() or not click.confirm(
            say("Use the course in {root}? Its checks run with your rights.", root=error.root), err=True
        ):
            raise
        agree_to(error.root)
        return find_root(Path.cwd(), folder, work)


def read_exercises(course: Course, words: tuple[str, ...]) -> tuple[Exercise, ...]:
    try:
        return choose(course, words, tuple(COMMANDS))
    except UsageError as error:
        stop(error.text)


def read_named(course: Course, words: tuple[str, ...]) -> list[str]:
    """The ids of the exercises that were named; none, if none was."""
    return [one.id for one in read_exercises(course, words)] if words else []


def read_exercise(course: Course, word: str) -> Exercise:
    """The one exercise that a word means."""
    found = read_exercises(course, (word,))
    if len(found) > 1:
        ids = ", ".join(exercise.id for exercise in found)
        stop(text("{word!r} is a unit; name one of {ids}.", word=word, ids=ids))
    return found[0]


def where_of(exercise: Exercise) -> Place:
    """Where the answer to an exercise goes: a file, or a cell of a notebook."""
    return place(exercise, Path.cwd())


def read_workspace() -> Path:
    """The folder whose answers are graded when nothing else is said."""
    workspace = find_workspace(Path.cwd())
    if workspace is None:
        below = next(Path.cwd().glob(f"*/{MARKER}"), None)
        if below is not None:
            stop(text("this is no workspace, but {folder} is one: cd {folder}", folder=below.parent.name))
        stop(text("this is no workspace. `grade init my-course` makes one; `--submission PATH` grades something else."))
    return workspace


def read_store(stack: ExitStack, workspace: Path) -> Store:
    """What is remembered in a workspace, until `stack` is left; then it is said what could not be remembered."""
    from grader.record.store import open_store

    store = stack.enter_context(open_store(home_of(workspace)))

    def tell_problem() -> None:
        if store.problem:
            tell(say("note: "), store.problem)

    stack.callback(tell_problem)
    return store


def lazy_sandbox(stack: ExitStack, started: Any = None, must_confine: bool = False) -> Callable[[], Sandbox]:
    """A function that opens a sandbox when it is first called, and gives the same again, until `stack` is left.
    Where everything is remembered nobody calls it, and numpy is not even loaded."""

    @cache
    def opened() -> Sandbox:
        from grader.sandbox.host import open_sandbox

        return stack.enter_context(open_sandbox(started, must_confine=must_confine))

    return opened


def grade_workspace(course: Course, workspace: Path, store: Store, sandbox: Callable[[], Sandbox]) -> RunResult:
    """Everything in a workspace, what is remembered and what has changed. Ends the command if it cannot be done."""
    from grader.record.practice import practise
    from grader.submission.load import load_own

    try:
        return practise(course, course.exercises, load_own(workspace, course.exercises), store, sandbox)
    except SubmissionError as error:
        stop(error.text)
    except Unconfined:
        stop(UNCONFINED_WORKSPACE, GRADER_FAILED)
    except SandboxError as error:
        stop_sandbox(error)


def print_json(document: dict[str, Any]) -> None:
    """A result for programs, on stdout."""
    from reports import jsonout

    sys.stdout.write(jsonout.dump(document))


def document_to_stdout() -> None:
    """What follows on stdout is a document, for a file or a program: UTF-8 and its own line ends, whatever the console has."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace", newline="")


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """The file to write to, or the screen for None and `-`. Ends the command if it cannot be written."""
    if path is None or path == SCREEN:
        yield sys.stdout
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("w", encoding="utf-8")
    except OSError as error:
        stop(text("cannot write {path}: {reason}", path=path, reason=error.strerror), GRADER_FAILED)
    try:
        with stream:
            yield stream
    except OSError as error:  # the disk is full
        stop(text("cannot write {path}: {reason}", path=path, reason=error.strerror), GRADER_FAILED)


def exit_code(statuses: Set[Status]) -> int:
    """The statuses of all exercises that were asked for, in one code."""
    return GRADER_FAILED if any(is_ours(status) for status in statuses) else 0 if statuses <= {"passed"} else FAILED


def complete_exercise(_: click.Context, __: click.Parameter | None, incomplete: str) -> list[CompletionItem[str]]:
    """Ids of exercises and units that begin so, for a shell."""
    from click.shell_completion import CompletionItem

    try:
        course = find_course(Path.cwd())
    except CourseError:
        return []  # a shell that completes has nobody to tell
    units = [CompletionItem(unit, help=course.unit_title(unit).in_(LANG)) for unit in course.unit_ids]
    exercises = [CompletionItem(one.id, help=one.title.in_(LANG)) for one in course.exercises]
    return [item for item in (*exercises, *units) if item.value.startswith(incomplete)]


form_option = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
lang_option = click.option(
    "--lang", type=click.Choice(["en", "ja"]), expose_value=False, help=say("language (default: the locale's)")
)


def _or_screen(context: click.Context, option: click.Parameter, path: Path | None) -> Path | None:
    return None if path == SCREEN else path


output_option = click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    callback=_or_screen,
    help=say("write the result there instead of on the screen"),
)
course_option = click.option(
    "--course",
    "course_folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=say("the folder that holds exercises/"),
)
