"""`grade list`, `next`, `hint`, `show`, `reset` and `init`: what a learner asks for between two runs."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.common import (
    GRADER_FAILED,
    LANG,
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
from grader.model import Course, Exercise, Text
from grader.stub import pristine_stub
from grader.workspace import UsageError, find_workspace, make_workspace, unused_name

if TYPE_CHECKING:
    from grader.store import Store


@click.command("list", help=say("List the exercises.", "問題の一覧を表示します。"))
@form_option
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


@click.command(
    "hint", help=say("Show a hint; higher levels tell more.", "ヒントを表示します。レベルが上がるほど詳しくなります。")
)
@click.argument("exercise")
@click.option(
    "--level",
    type=click.IntRange(1, 3),
    help=say("which one (default: one more than you have seen)", "レベル(既定は、まだ見ていない次のもの)"),
)
@form_option
@course_option
@lang_option
def hint_command(exercise: str, level: int | None, form: str, course_folder: Path | None) -> None:
    one = _one_exercise(read_course(course_folder), exercise)
    with ExitStack() as stack:
        workspace = find_workspace(Path.cwd())
        store = read_store(stack, workspace) if workspace else None
        level = look_at_hint(one, store, level)
    last = level == len(one.hints)
    step = f"grade {one.id}" if last else f"grade hint {one.id} --level {level + 1}"
    if form == "json":
        from reports import jsonout

        sys.stdout.write(jsonout.text(jsonout.hint_json(one, level, step, LANG)))
        return
    click.echo(hint_text(one, level))
    reason = say("check your answer:", "解答を確かめる:") if last else say("more:", "次のヒント:")
    click.echo(f"{reason} {step}")


def look_at_hint(one: Exercise, store: Store | None, level: int | None = None) -> int:
    """The level of the hint to show, without `level` one more than she has seen; it is remembered."""
    seen = store.hints().get(one.id, 0) if store else 0
    level = min(level or seen + 1, len(one.hints))
    if store:
        store.saw_hint(one.id, level)
    return level


def hint_text(one: Exercise, level: int) -> str:
    """A hint under its heading, and an empty line."""
    return f"{one.id}, {say('hint', 'ヒント')} {level}/{len(one.hints)}\n\n{one.hints[level - 1].in_(LANG)}\n"


@click.command("show", help=say("Show an exercise's statement.", "問題文を表示します。"))
@click.argument("exercise")
@form_option
@course_option
@lang_option
def show_command(exercise: str, form: str, course_folder: Path | None) -> None:
    one = _one_exercise(read_course(course_folder), exercise)
    if form == "json":
        from reports import jsonout

        sys.stdout.write(jsonout.text(jsonout.show_json(one, str(answer_path(one)), LANG)))
        return
    click.echo(one.statement(LANG).read_text(encoding="utf-8"))
    click.echo(say("write your answer in", "解答を書くファイル:") + f" {answer_path(one)}")


@click.command("next", help=say("Say which exercise comes next.", "次に取り組む問題を教えます。"))
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

        sys.stdout.write(jsonout.text(jsonout.next_json(result, course, LANG)))
    else:
        from reports.terminal import print_next

        print_next(result, course, LANG, lambda one: str(answer_path(one)), sys.stdout)


def _one_exercise(course: Course, word: str) -> Exercise:
    found = read_exercises(course, (word,))
    if len(found) > 1:
        ids = ", ".join(exercise.id for exercise in found)
        stop(
            Text(f"{word!r} is a unit; name one of {ids}.", f"{word!r} は単元です。{ids} のどれかを指定してください。")
        )
    return found[0]


def answer_path(exercise: Exercise) -> Path:
    """Where the answer belongs, seen from the current folder."""
    workspace = find_workspace(Path.cwd()) or exercise.folder.parent.parent
    path = workspace / exercise.unit / exercise.id / f"{exercise.id}.py"
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


@click.command("reset", help=say("Put the stub back; your answer is kept as a backup.",
                                 "スタブに戻します(解答はバックアップに残します)。"))  # fmt: skip
@click.argument("exercise")
@click.option("--yes", is_flag=True, help=say("do not ask", "確認しません"))
@course_option
@lang_option
def reset_command(exercise: str, yes: bool, course_folder: Path | None) -> None:
    one = _one_exercise(read_course(course_folder), exercise)
    read_workspace()
    path = answer_path(one)
    try:
        if path.is_file() and path.read_text(encoding="utf-8") == pristine_stub(one):
            click.echo(say(f"{path} is the stub already.", f"{path} は元のスタブのままです。"))
            return
        if path.exists():
            backup = unused_name(path)
            if not yes and not _agreed(path, backup):
                click.echo(say("nothing was changed.", "何も変えていません。"))
                return
            path.replace(backup)
            click.echo(say(f"your answer is in {backup}", f"解答は {backup} にあります"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pristine_stub(one), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        stop(Text(f"cannot reset {path}: {error}", f"{path} を戻せません: {error}"), GRADER_FAILED)
    click.echo(say("read the task:", "問題を読む:") + f" grade show {one.id}")


def _agreed(path: Path, backup: Path) -> bool:
    if not sys.stdin.isatty():
        stop(Text("nobody can be asked here; add --yes.", "ここでは確認できません。--yes を付けてください。"))
    return click.confirm(say(f"Put the stub back into {path}? Your answer is kept as {backup.name}.",
                             f"{path} をスタブに戻しますか。今の解答は {backup.name} に残します。"))  # fmt: skip


@click.command(
    "init", help=say("Make a workspace in a new folder DIR.", "新しいフォルダ DIR にワークスペースを作ります。")
)
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
        stop(
            Text(f"cannot write {folder}: {error.strerror}", f"{folder} に書けません: {error.strerror}"), GRADER_FAILED
        )
    click.echo(say(f"{count} exercises in {folder}. Next:", f"{folder} に {count} 問を用意しました。次は:"))
    click.echo(f"  cd {folder}\n  grade show {course.exercises[0].id}")
