"""`grade run`: parse, call, print, exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from grader.cli.common import (
    GRADER_FAILED,
    LANG,
    MISUSED,
    UNCONFINED,
    complete_exercise,
    course_option,
    exit_code,
    lang_option,
    lazy_sandbox,
    open_output,
    output_option,
    read_course,
    read_exercises,
    read_store,
    read_workspace,
    say,
    stop,
    tell,
)
from grader.course.owner import in_ci
from grader.errors import SandboxError, SubmissionError, Unconfined
from grader.model import Course, Exercise, RunResult, Submission, Text, same
from grader.record.workspace import find_workspace, is_her_own
from grader.submission.formats import is_archive
from grader.words import text

if TYPE_CHECKING:
    from grader.record.store import Store
    from grader.sandbox.host import Sandbox


@click.command("run", help=say("Grade answers: all, or the EXERCISEs named."))
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]...", shell_complete=complete_exercise)
@click.option(
    "--submission",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help=say("a file, folder, zip, tar or notebook (default: this workspace)"),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "junit", "gradescope", "github"]),
    default="text",
    show_default=True,
)
@output_option
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.html",
    help=say("also write an HTML report"),
)
@click.option(
    "--feedback",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT.ipynb",
    help=say("also write a copy of the notebook with the results in it"),
)
@click.option("--verbose", "-v", is_flag=True, help=say("show every failed check in full, however long"))
@click.option("--seed", type=int, default=0, metavar="N", help=say("other random inputs"))
@click.option(
    "--no-cache",
    is_flag=True,
    help=say("grade unchanged answers again, too"),
)
@click.option(
    "--allow-unconfined",
    is_flag=True,
    help=say("grade although this system cannot confine other people's code"),
)
@course_option
@lang_option
@click.pass_obj
def run_command(started: Any, exercises: tuple[str, ...], submission: Path | None, form: str, output: Path | None,
        report: Path | None, feedback: Path | None, verbose: bool, seed: int, no_cache: bool, allow_unconfined: bool, course_folder: Path | None) -> None:  # fmt: skip
    path, words = _what_is_graded(exercises, submission)
    if feedback:
        _check_feedback(feedback, path)
    is_foreign = submission is not None or form not in ("text", "json") or in_ci()
    work = path or find_workspace(Path.cwd()) or Path.cwd()
    is_own = not is_foreign and is_her_own(work.resolve())
    # whole for other people's work: the process that grades it reads it whole, and what is wrong with it is said here
    course = read_course(course_folder, words if is_own else (), work if is_foreign else None, is_own, tell_which=True)
    chosen = read_exercises(course, words)
    path = path or read_workspace()
    with ExitStack() as stack:
        sandbox = lazy_sandbox(stack, started, must_confine=not (is_own or allow_unconfined))
        workspace = find_workspace(path.resolve()) if is_own else None
        store = read_store(stack, workspace) if workspace else None
        try:
            if is_own:
                result = _here(course, chosen, path, seed, bool(words), sandbox, store, fresh=no_cache)
            else:
                result = _apart(course, chosen, path, seed, bool(words), must_confine=not allow_unconfined)
        except SubmissionError as error:
            _give_up(form, output, error.text, MISUSED, ours=not path.exists())
        except Unconfined:
            _give_up(form, output, UNCONFINED, GRADER_FAILED)
        except SandboxError as error:
            from grader.judge.explain import sandbox_failed

            _give_up(form, output, sandbox_failed(error), GRADER_FAILED)
        with open_output(output) as stream:
            if form == "json":
                from reports import jsonout

                for note in result.notes:  # the schema has no place for what concerns no exercise
                    tell(say("note: "), note)
                stream.write(jsonout.dump(jsonout.run_json(result, LANG)))
            elif form != "text":
                from grader.cli.platforms import write_for_platform

                write_for_platform(form, result, path, stream)
            else:
                from reports.terminal import print_run

                print_run(result, course, LANG, stream, store.passed() if store else (), verbose)
        if report:
            from grader.cli.report import write_report

            write_report(report, result, course, sandbox, store)
            click.echo(say("report: {report}", report=report), err=True)
        if feedback:
            with open_output(feedback) as stream:
                stream.write(_with_feedback(path, course, result))
            click.echo(say("feedback: {feedback}", feedback=feedback), err=True)
    sys.exit(exit_code({one.status for one in result.exercises}))


def _apart(
    course: Course, chosen: tuple[Exercise, ...], path: Path, seed: int, named: bool, must_confine: bool
) -> RunResult:
    """Somebody else's work, in a process that can be ended. Raises SubmissionError, Unconfined, SandboxError."""
    from grader.classroom.apart import grade_apart, load_apart
    from grader.classroom.batch import Brief
    from grader.classroom.workers import Processes

    brief = Brief(str(course.root), b"", tuple(one.id for one in chosen), seed, must_confine)
    with Processes(1) as process:
        loaded = load_apart(process, brief, path)
        return grade_apart(process, brief, course, _handed_in(chosen, loaded, path, named), loaded)


def _here(
    course: Course,
    chosen: tuple[Exercise, ...],
    path: Path,
    seed: int,
    named: bool,
    sandbox: Callable[[], Sandbox],
    store: Store | None,
    fresh: bool,
) -> RunResult:
    """One's own work. Raises SubmissionError, SandboxError."""
    from grader.submission.load import load_own

    loaded = load_own(path, chosen)
    chosen = _handed_in(chosen, loaded, path, named)
    if store:
        from grader.record.practice import practise

        return practise(course, chosen, loaded, store, sandbox, seed, fresh=fresh)
    from grader.pipeline import grade

    return grade(course, chosen, loaded, sandbox(), seed)


def _give_up(form: str, output: Path | None, why: Text, code: int, ours: bool = False) -> NoReturn:
    """Nothing could be graded. A platform waits for its file all the same, and shows the student what is in it. `ours`: the
    command names what is not there, which is no fault of hers."""
    if form not in ("text", "json"):
        from grader.cli.platforms import write_for_platform
        from grader.exports.messages import NoResult

        with open_output(output) as stream:
            write_for_platform(form, NoResult(why, ours=ours or code == GRADER_FAILED), Path.cwd(), stream)
    stop(why, code)


def _what_is_graded(words: tuple[str, ...], submission: Path | None) -> tuple[Path | None, tuple[str, ...]]:
    """The path that was named, if any, and the words that mean exercises. A notebook is named among them: `grade my.ipynb`
    grades what is in it, `grade my.ipynb affine` one exercise of it."""
    notebooks = [word for word in words if word.endswith(".ipynb")]
    if submission is not None or not notebooks:
        one_file = len(words) == 1 and Path(words[0]).is_file()
        return submission or (Path(words[0]) if one_file else None), words
    if len(notebooks) > 1:
        stop(text("name one notebook at a time, or the folder that they are in with --submission."))
    return Path(notebooks[0]), tuple(word for word in words if word not in notebooks)


def _handed_in(chosen: tuple[Exercise, ...], loaded: Submission, path: Path, named: bool) -> tuple[Exercise, ...]:
    """For a single file or notebook nobody asks about the exercises that it is not about."""
    if named or not path.is_file() or is_archive(path):
        return chosen
    return tuple(one for one in chosen if one.id in loaded.about or one.unit == path.stem) or chosen


def _check_feedback(feedback: Path, path: Path | None) -> None:
    if path is None or path.suffix != ".ipynb" or feedback.suffix != ".ipynb":
        stop(text("--feedback is for notebooks: grade my.ipynb --feedback out.ipynb"))
    if feedback.resolve() == path.resolve() or (feedback.exists() and path.exists() and feedback.samefile(path)):
        stop(text("--feedback would overwrite the notebook itself; give another name."))


def _with_feedback(path: Path, course: Course, result: RunResult) -> str:
    from grader.submission.notebook_writing import with_feedback
    from reports.feedback import feedback_markdown

    said = {one.id: feedback_markdown(one, LANG) for one in result.exercises}
    try:
        return with_feedback(path.read_bytes(), path.name, course.exercises, said)
    except SubmissionError as error:
        stop(error.text)
    except OSError as error:
        stop(same(f"{path}: {error.strerror}"), GRADER_FAILED)
