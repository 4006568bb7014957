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
    stop_sandbox,
)
from grader.model import Course, Exercise, SubmissionError, Text
from grader.stub import pristine_stub
from grader.workspace import UsageError, find_workspace, make_workspace, unused_name


@click.command("list", help=say("List the exercises.", "問題の一覧を表示します。"))
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


@click.command(
    "hint", help=say("Show a hint; higher levels tell more.", "ヒントを表示します。レベルが上がるほど詳しくなります。")
)
@click.argument("exercise")
@click.option("--level", type=click.IntRange(1, 3), default=1, show_default=True)
@course_option
@lang_option
def hint_command(exercise: str, level: int, course_folder: Path | None) -> None:
    one = _one_exercise(read_course(course_folder), exercise)
    level = min(level, len(one.hints))
    click.echo(f"{one.id}, {say('hint', 'ヒント')} {level}/{len(one.hints)}\n\n{one.hints[level - 1].in_(LANG)}\n")
    if level < len(one.hints):
        click.echo(say("more:", "次のヒント:") + f" grade hint {one.id} --level {level + 1}")
    else:
        click.echo(say("check your answer:", "解答を確かめる:") + f" grade {one.id}")


@click.command("show", help=say("Show an exercise's statement.", "問題文を表示します。"))
@click.argument("exercise")
@course_option
@lang_option
def show_command(exercise: str, course_folder: Path | None) -> None:
    one = _one_exercise(read_course(course_folder), exercise)
    click.echo(one.statement(LANG).read_text(encoding="utf-8"))
    click.echo(say("write your answer in", "解答を書くファイル:") + f" {_where(one)}")


@click.command("next", help=say("Say which exercise comes next.", "次に取り組む問題を教えます。"))
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
        stop_sandbox(error)
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
        stop(
            Text(f"{word!r} is a unit; name one of {ids}.", f"{word!r} は単元です。{ids} のどれかを指定してください。")
        )
    return found[0]


def _where(exercise: Exercise) -> Path:
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
    path = _where(one)
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
