"""`grade list`, `next`, `hint`, `show`, `reset` and `init`: what a learner asks for between two runs."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

import click

from grader.cli.common import (
    GRADER_FAILED,
    LANG,
    complete_exercise,
    course_option,
    form_option,
    grade_workspace,
    lang_option,
    lazy_sandbox,
    read_course,
    read_exercises,
    read_store,
    read_workspace,
    say,
    stop,
)
from grader.model import Course, Exercise, ExerciseResult, SubmissionError
from grader.stub import pristine_stub
from grader.words import text
from grader.workspace import UsageError, find_workspace, make_workspace, unused_name


@click.command("list", help=say("List the exercises, and which are done."))
@form_option
@course_option
@lang_option
def list_command(form: str, course_folder: Path | None) -> None:
    course = read_course(course_folder)
    if form == "json":
        from reports import jsonout

        sys.stdout.write(jsonout.dump(jsonout.list_json(course, LANG)))
    else:
        from reports.terminal import print_list

        print_list(course, _known(course), LANG, sys.stdout)


def _known(course: Course) -> dict[str, ExerciseResult]:
    """What is remembered of the workspace that we are in, if we are in one."""
    workspace = find_workspace(Path.cwd())
    if workspace is None:
        return {}
    from grader.load import load
    from grader.practice import remembered

    with ExitStack() as stack:
        try:
            return remembered(course, load(workspace, course.exercises), read_store(stack, workspace))
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
    one = _one_exercise(read_course(course_folder), exercise)
    with ExitStack() as stack:
        workspace = find_workspace(Path.cwd())
        store = read_store(stack, workspace) if workspace else None
        seen = store.hints().get(one.id, 0) if store else 0
        level = min(level or seen + 1, len(one.hints))
        if store:
            store.saw_hint(one.id, level)
    last = level == len(one.hints)
    step = f"grade {one.id}" if last else f"grade hint {one.id} --level {level + 1}"
    if form == "json":
        from reports import jsonout

        sys.stdout.write(jsonout.dump(jsonout.hint_json(one, level, step, LANG)))
        return
    click.echo(say("{exercise}, hint {level}/{most}", exercise=one.id, level=level, most=len(one.hints)))
    click.echo(f"\n{one.hints[level - 1].in_(LANG)}\n")
    reason = say("check your answer:") if last else say("more:")
    click.echo(f"{reason} {step}")


@click.command("show", help=say("Show an exercise's statement."))
@click.argument("exercise", shell_complete=complete_exercise)
@form_option
@course_option
@lang_option
def show_command(exercise: str, form: str, course_folder: Path | None) -> None:
    one = _one_exercise(read_course(course_folder), exercise)
    if form == "json":
        from reports import jsonout

        sys.stdout.write(jsonout.dump(jsonout.show_json(one, str(_where(one)), LANG)))
        return
    click.echo(one.statement(LANG).read_text(encoding="utf-8"))
    click.echo(say("write your answer in") + f" {_where(one)}")


@click.command("next", help=say("Say which exercise comes next."))
@form_option
@course_option
@lang_option
def next_command(form: str, course_folder: Path | None) -> None:
    course = read_course(course_folder)
    workspace = read_workspace()
    with ExitStack() as stack:
        result = grade_workspace(course, workspace, read_store(stack, workspace), lazy_sandbox(stack))
    if form == "json":
        from reports import jsonout

        sys.stdout.write(jsonout.dump(jsonout.next_json(result, course, LANG)))
    else:
        from reports.terminal import print_next

        print_next(result, course, LANG, lambda one: str(_where(one)), sys.stdout)


def _one_exercise(course: Course, word: str) -> Exercise:
    found = read_exercises(course, (word,))
    if len(found) > 1:
        ids = ", ".join(exercise.id for exercise in found)
        stop(text("{word!r} is a unit; name one of {ids}.", word=word, ids=ids))
    return found[0]


def _where(exercise: Exercise) -> Path:
    workspace = find_workspace(Path.cwd()) or exercise.folder.parent.parent
    path = workspace / exercise.unit / exercise.id / f"{exercise.id}.py"
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


@click.command("reset", help=say("Put the stub back; your answer is kept as a backup."))  # fmt: skip
@click.argument("exercise", shell_complete=complete_exercise)
@click.option("--yes", is_flag=True, help=say("do not ask"))
@course_option
@lang_option
def reset_command(exercise: str, yes: bool, course_folder: Path | None) -> None:
    one = _one_exercise(read_course(course_folder), exercise)
    read_workspace()
    path = _where(one)
    try:
        if path.is_file() and path.read_text(encoding="utf-8") == pristine_stub(one):
            click.echo(say("{path} is the stub already.", path=path))
            return
        if path.exists():
            backup = unused_name(path)
            if not yes and not _agreed(path, backup):
                click.echo(say("nothing was changed."))
                return
            path.replace(backup)
            click.echo(say("your answer is in {backup}", backup=backup))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pristine_stub(one), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        stop(text("cannot reset {path}: {error}", path=path, error=error), GRADER_FAILED)
    click.echo(say("read the task:") + f" grade show {one.id}")


def _agreed(path: Path, backup: Path) -> bool:
    if not sys.stdin.isatty():
        stop(text("nobody can be asked here; add --yes."))
    return click.confirm(
        say("Put the stub back into {path}? Your answer is kept as {backup}.", path=path, backup=backup.name)
    )


@click.command("init", help=say("Make a workspace in a new folder DIR."))
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@course_option
@lang_option
def init_command(folder: Path, course_folder: Path | None) -> None:
    course = read_course(course_folder)
    try:
        count = make_workspace(course, folder)
    except UsageError as error:
        stop(error.text)
    except OSError as error:
        stop(text("cannot write {folder}: {reason}", folder=folder, reason=error.strerror), GRADER_FAILED)
    click.echo(say("{count} exercises in {folder}. Next:", count=count, folder=folder))
    click.echo(f"  cd {folder}\n  grade show {course.exercises[0].id}")
