"""`grade list`, `next`, `hint`, `show`, `reset` and `init`: what a learner asks for between two runs."""

from __future__ import annotations

import sys
from pathlib import Path

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
from grader.model import Course, Exercise, SubmissionError
from grader.stub import pristine_stub
from grader.words import text
from grader.workspace import UsageError, find_workspace, make_workspace, unused_name


@click.command("list", help=say("List the exercises."))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@course_option
@lang_option
def list_command(form: str, course_folder: Path | None) -> None:
    course = read_course(course_folder)
    if form == "json":
        from reports import jsonout

        sys.stdout.write(jsonout.text(jsonout.list_json(course, LANG)))
    else:
        from reports.terminal import print_list

        print_list(course, LANG, sys.stdout)


@click.command("hint", help=say("Show a hint; higher levels tell more."))
@click.argument("exercise")
@click.option("--level", type=click.IntRange(1, 3), default=1, show_default=True)
@course_option
@lang_option
def hint_command(exercise: str, level: int, course_folder: Path | None) -> None:
    one = _one_exercise(read_course(course_folder), exercise)
    level = min(level, len(one.hints))
    click.echo(say("{exercise}, hint {level}/{most}", exercise=one.id, level=level, most=len(one.hints)))
    click.echo(f"\n{one.hints[level - 1].in_(LANG)}\n")
    if level < len(one.hints):
        click.echo(say("more:") + f" grade hint {one.id} --level {level + 1}")
    else:
        click.echo(say("check your answer:") + f" grade {one.id}")


@click.command("show", help=say("Show an exercise's statement."))
@click.argument("exercise")
@course_option
@lang_option
def show_command(exercise: str, course_folder: Path | None) -> None:
    one = _one_exercise(read_course(course_folder), exercise)
    click.echo(one.statement(LANG).read_text(encoding="utf-8"))
    click.echo(say("write your answer in") + f" {_where(one)}")


@click.command("next", help=say("Say which exercise comes next."))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@course_option
@lang_option
def next_command(form: str, course_folder: Path | None) -> None:
    from grader.load import load
    from grader.pipeline import grade
    from grader.sandbox.host import SandboxError, open_sandbox

    course = read_course(course_folder)
    workspace = read_workspace()
    try:
        with open_sandbox() as sandbox:
            result = grade(course, course.exercises, load(workspace, course.exercises), sandbox)
    except SubmissionError as error:
        stop(error.text)
    except SandboxError as error:
        stop(text("the sandbox failed: {error}", error=error), GRADER_FAILED)
    if form == "json":
        from reports import jsonout

        sys.stdout.write(jsonout.text(jsonout.next_json(result, course, LANG)))
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
@click.argument("exercise")
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
        backup = unused_name(path)
        question = say("Put the stub back into {path}? Your answer is kept as {backup}.", path=path, backup=backup.name)
        if path.exists() and not yes:
            if not sys.stdin.isatty():
                stop(text("nobody can be asked here; add --yes."))
            if not click.confirm(question):
                click.echo(say("nothing was changed."))
                return
        if path.exists():
            path.replace(backup)
            click.echo(say("your answer is in {backup}", backup=backup))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pristine_stub(one), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        stop(text("cannot reset {path}: {error}", path=path, error=error), GRADER_FAILED)
    click.echo(say("read the task:") + f" grade show {one.id}")


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
