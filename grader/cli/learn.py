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
from grader.model import Course, Exercise, SubmissionError, Text
from grader.stub import pristine_stub
from grader.words import asked_language
from grader.workspace import Place, UsageError, make_notebooks, make_workspace, only_units, place, unused_name


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
    click.echo(say("write your answer in", "解答を書くところ:") + f" {_where(one).text.in_(LANG)}")


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
        stop(Text(f"the sandbox failed: {error}", f"サンドボックスが動きません: {error}"), GRADER_FAILED)
    if form == "json":
        from reports import jsonout

        sys.stdout.write(jsonout.text(jsonout.next_json(result, course, LANG)))
    else:
        from reports.terminal import print_next

        print_next(result, course, LANG, lambda one: _where(one).text.in_(LANG), sys.stdout)


def _one_exercise(course: Course, word: str) -> Exercise:
    found = read_exercises(course, (word,))
    if len(found) > 1:
        ids = ", ".join(exercise.id for exercise in found)
        stop(
            Text(f"{word!r} is a unit; name one of {ids}.", f"{word!r} は単元です。{ids} のどれかを指定してください。")
        )
    return found[0]


def _where(exercise: Exercise) -> Place:
    return place(exercise, Path.cwd())


@click.command("reset", help=say("Put the stub back; your answer is kept as a backup.",
                                 "スタブに戻します(解答はバックアップに残します)。"))  # fmt: skip
@click.argument("exercise")
@click.option("--yes", is_flag=True, help=say("do not ask", "確認しません"))
@course_option
@lang_option
def reset_command(exercise: str, yes: bool, course_folder: Path | None) -> None:
    course = read_course(course_folder)
    one = _one_exercise(course, exercise)
    read_workspace()
    at = _where(one)
    path = at.path
    try:
        fresh, others = _reset_text(course, one, at)
        if fresh is None:
            click.echo(say(f"{at.text.en} is the stub already.", f"{at.text.ja} は元のスタブのままです。"))
            _say_others(path, others)
            return
        backup = unused_name(path)
        question = say(f"Put the stub back into {at.text.en}? Your answer is kept as {backup.name}.",
                       f"{at.text.ja} をスタブに戻しますか。今の解答は {backup.name} に残します。")  # fmt: skip
        if path.exists() and not yes:
            if not sys.stdin.isatty():
                stop(Text("nobody can be asked here; add --yes.", "ここでは確認できません。--yes を付けてください。"))
            if not click.confirm(question):
                click.echo(say("nothing was changed.", "何も変えていません。"))
                return
        if path.exists():
            path.replace(backup)
            click.echo(say(f"your answer is in {backup}", f"解答は {backup} にあります"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(fresh, encoding="utf-8", newline="\n")
    except (OSError, UnicodeDecodeError) as error:
        stop(Text(f"cannot reset {path}: {error}", f"{path} を戻せません: {error}"), GRADER_FAILED)
    except SubmissionError as error:
        stop(error.text)
    if at.is_notebook:
        click.echo(say(f"if {path.name} is open in Jupyter, reload it from disk before you go on.",
                       f"{path.name} を Jupyter で開いているなら、ディスクから読み込み直してください。"))  # fmt: skip
        _say_others(path, others)
    click.echo(say("read the task:", "問題を読む:") + f" grade show {one.id}")


def _reset_text(course: Course, exercise: Exercise, at: Place) -> tuple[str | None, tuple[int, ...]]:
    """The file with the stub in it, None if it is so already; and cells of a notebook that answer the exercise too."""
    if at.is_notebook:
        from grader.notebook_writing import unit_notebook, with_stub

        if at.path.is_file():
            return with_stub(at.path.read_bytes(), at.path.name, exercise, LANG)
        unit = tuple(one for one in course.exercises if one.unit == exercise.unit)
        return unit_notebook(course, exercise.unit, unit, LANG), ()
    stub = pristine_stub(exercise)
    same_already = at.path.is_file() and at.path.read_text(encoding="utf-8") == stub
    return None if same_already else stub, ()


def _say_others(path: Path, others: tuple[int, ...]) -> None:
    if others:
        numbers = ", ".join(map(str, others))
        click.echo(say(f"cell {numbers} of {path.name} answers it too, and still counts; delete it to begin anew.",
                       f"{path.name} のセル {numbers} にも解答があり、採点されます。最初からやり直すなら削除してください。"))  # fmt: skip


@click.command(
    "init", help=say("Make a workspace in a new folder DIR.", "新しいフォルダ DIR にワークスペースを作ります。")
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--notebooks",
    is_flag=True,
    help=say("notebooks to fill in, one for each unit", "単元ごとに 1 つのノートブックを作ります"),
)
@click.option(
    "--unit",
    "units",
    multiple=True,
    metavar="UNIT",
    help=say("only this unit (may be repeated)", "この単元だけ(繰り返し指定できます)"),
)
@course_option
@lang_option
def init_command(folder: Path, notebooks: bool, units: tuple[str, ...], course_folder: Path | None) -> None:
    lang = asked_language(sys.argv[1:])
    try:
        course = only_units(read_course(course_folder), units)
        count = make_notebooks(course, folder, lang, LANG) if notebooks else make_workspace(course, folder, lang)
    except UsageError as error:
        stop(error.text)
    except OSError as error:
        stop(
            Text(f"cannot write {folder}: {error.strerror}", f"{folder} に書けません: {error.strerror}"), GRADER_FAILED
        )
    click.echo(say(f"{count} exercises in {folder}. Next:", f"{folder} に {count} 問を用意しました。次は:"))
    first = course.exercises[0]
    click.echo(f"  cd {folder}\n  " + (f"jupyter lab {first.unit}.ipynb" if notebooks else f"grade show {first.id}"))
