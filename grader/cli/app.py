"""The commands: parse, call, print, exit code; no logic.

Exit codes: 0 everything passed, 1 something did not, 2 the command was misused, 3 the grader failed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from grader import __version__
from grader.cli import COMMANDS
from grader.discover import find_course
from grader.model import Course, CourseError, Exercise, Submission, SubmissionError, Text
from grader.words import language
from grader.workspace import UsageError, choose, find_workspace, make_workspace

LANG = language(sys.argv[1:])
FAILED, MISUSED, GRADER_FAILED = 1, 2, 3


def say(en: str, ja: str) -> str:
    """The words of the chosen language, for help texts as well."""
    return ja if LANG == "ja" else en


def stop(text: Text, code: int = MISUSED) -> None:
    """One line on stderr, and out."""
    click.echo(f"grade: {text.in_(LANG)}", err=True)
    sys.exit(code)


def read_course(folder: Path | None) -> Course:
    try:
        return find_course(Path.cwd(), folder)
    except CourseError as error:
        stop(Text(str(error), str(error)))
        raise


def read_exercises(course: Course, words: tuple[str, ...]) -> tuple[Exercise, ...]:
    try:
        return choose(course, words, COMMANDS)
    except UsageError as error:
        stop(error.text)
        raise


lang_option = click.option(
    "--lang", type=click.Choice(["en", "ja"]), expose_value=False,
    help=say("language (default: the locale's)", "表示言語(既定はロケール)"),
)  # fmt: skip
course_option = click.option(
    "--course", "course_folder", type=click.Path(path_type=Path), metavar="DIR",
    help=say("the folder that holds exercises/", "exercises/ のあるフォルダ"),
)  # fmt: skip


@click.group(
    help=say(
        "Grade numpy exercises, and learn which mistake it was. `grade` alone grades this workspace.",
        "numpy の問題を採点し、どこを間違えたかを教えます。`grade` だけで今のワークスペースを採点します。",
    )
)
@click.version_option(__version__, prog_name="grade")
def group() -> None:
    pass


@group.command(
    help=say("Grade answers: all, or the EXERCISEs named.", "解答を採点します(すべて、または指定した問題)。")
)
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]...")
@click.option(
    "--submission",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help=say(
        "a file, folder, zip, tar or notebook (default: this workspace)",
        "ファイル、フォルダ、zip、tar、ノートブック(既定は今のワークスペース)",
    ),
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=say("write the result there instead of on the screen", "結果を画面ではなくファイルに書きます"),
)
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.html",
    help=say("also write an HTML report", "HTML レポートも書きます"),
)
@click.option("--seed", type=int, default=0, metavar="N", help=say("other random inputs", "乱数入力を変えます"))
@click.option(
    "--no-cache",
    is_flag=True,
    help=say("grade afresh (nothing is cached yet)", "必ず採点し直します(まだキャッシュはありません)"),
)
@click.option(
    "--allow-unconfined",
    is_flag=True,
    help=say(
        "grade a --submission although this system cannot confine it",
        "隔離できないシステムでも --submission を採点します",
    ),
)
@course_option
@lang_option
@click.pass_obj
def run(started: Any, exercises: tuple[str, ...], submission: Path | None, form: str, output: Path | None,
        report: Path | None, seed: int, no_cache: bool, allow_unconfined: bool, course_folder: Path | None) -> None:  # fmt: skip
    from grader.load import load
    from grader.pipeline import grade
    from grader.sandbox.host import SandboxError, Unconfined, open_sandbox

    course = read_course(course_folder)
    chosen = read_exercises(course, exercises)
    path = submission or _default_submission(exercises)
    try:
        loaded = load(path, chosen)
    except SubmissionError as error:
        stop(error.text)
        raise
    chosen = _handed_in(chosen, loaded, path, named=bool(exercises))
    try:
        with open_sandbox(started, must_confine=submission is not None and not allow_unconfined) as sandbox:
            result = grade(course, chosen, loaded, sandbox, seed)
    except Unconfined:
        stop(Text("this system cannot confine other people's code (see `grade doctor`). "
                  "If you trust it, add --allow-unconfined.",
                  "このシステムでは他の人のコードを隔離できません(`grade doctor` を参照)。"
                  "信頼できるなら --allow-unconfined を付けてください。"), GRADER_FAILED)  # fmt: skip
        raise
    except SandboxError as error:
        stop(Text(f"the sandbox failed: {error}. `grade doctor` shows more.",
                  f"サンドボックスが動きません: {error}。`grade doctor` で詳しく分かります。"), GRADER_FAILED)  # fmt: skip
        raise
    if form == "json":
        from reports import jsonout

        document = jsonout.text(jsonout.run_json(result, LANG))
        _write(output, document) if output else sys.stdout.write(document)
    else:
        from reports.terminal import print_run

        if output:
            with _open(output) as stream:
                print_run(result, course, LANG, stream)
        else:
            print_run(result, course, LANG, sys.stdout)
    if report:
        from reports.progress import progress_html

        _write(report, progress_html(result, course, LANG))
        click.echo(say(f"report: {report}", f"レポート: {report}"), err=True)
    statuses = {exercise.status for exercise in result.exercises}
    sys.exit(GRADER_FAILED if "grader_error" in statuses else 0 if statuses <= {"passed"} else FAILED)


def _default_submission(words: tuple[str, ...]) -> Path:
    if len(words) == 1 and Path(words[0]).is_file():
        return Path(words[0])
    workspace = find_workspace(Path.cwd())
    if workspace is None:
        stop(Text("this is no workspace. `grade init my-course` makes one; `--submission PATH` grades something else.",
                  "ここはワークスペースではありません。`grade init my-course` で作るか、`--submission PATH` で指定してください。"))  # fmt: skip
    return workspace  # type: ignore[return-value]


def _handed_in(chosen: tuple[Exercise, ...], loaded: Submission, path: Path, named: bool) -> tuple[Exercise, ...]:
    """For a single file nobody asks about the exercises that it is not about."""
    if named or path.suffix != ".py" or loaded.anywhere is not None:
        return chosen
    return tuple(exercise for exercise in chosen if exercise.id in loaded.answers) or chosen


def _open(path: Path) -> Any:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("w", encoding="utf-8")
    except OSError as error:
        stop(Text(f"cannot write {path}: {error.strerror}", f"{path} に書けません: {error.strerror}"), GRADER_FAILED)
        raise


def _write(path: Path, text: str) -> None:
    with _open(path) as stream:
        stream.write(text)


@group.command("list", help=say("List the exercises.", "問題の一覧を表示します。"))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@course_option
@lang_option
def list_(form: str, course_folder: Path | None) -> None:
    course = read_course(course_folder)
    if form == "json":
        from reports import jsonout

        sys.stdout.write(jsonout.text(jsonout.list_json(course, LANG)))
    else:
        from reports.terminal import print_list

        print_list(course, LANG, sys.stdout)


@group.command(
    help=say("Show a hint; higher levels tell more.", "ヒントを表示します。レベルが上がるほど詳しくなります。")
)
@click.argument("exercise")
@click.option("--level", type=click.IntRange(1, 3), default=1, show_default=True)
@course_option
@lang_option
def hint(exercise: str, level: int, course_folder: Path | None) -> None:
    one = _one_exercise(read_course(course_folder), exercise)
    level = min(level, len(one.hints))
    click.echo(f"{one.id}, {say('hint', 'ヒント')} {level}/{len(one.hints)}\n\n{one.hints[level - 1].in_(LANG)}\n")
    if level < len(one.hints):
        click.echo(say("more:", "次のヒント:") + f" grade hint {one.id} --level {level + 1}")
    else:
        click.echo(say("check your answer:", "解答を確かめる:") + f" grade {one.id}")


@group.command(help=say("Show an exercise's statement.", "問題文を表示します。"))
@click.argument("exercise")
@course_option
@lang_option
def show(exercise: str, course_folder: Path | None) -> None:
    one = _one_exercise(read_course(course_folder), exercise)
    click.echo(one.statement(LANG).read_text(encoding="utf-8"))
    click.echo(say("write your answer in", "解答を書くファイル:") + f" {_where(one)}")


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


@group.command(help=say("Make a workspace in a new folder DIR.", "新しいフォルダ DIR にワークスペースを作ります。"))
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@course_option
@lang_option
def init(folder: Path, course_folder: Path | None) -> None:
    course = read_course(course_folder)
    try:
        count = make_workspace(course, folder)
    except UsageError as error:
        stop(error.text)
        raise
    except OSError as error:
        stop(
            Text(f"cannot write {folder}: {error.strerror}", f"{folder} に書けません: {error.strerror}"), GRADER_FAILED
        )
        raise
    click.echo(say(f"{count} exercises in {folder}. Next:", f"{folder} に {count} 問を用意しました。次は:"))
    click.echo(f"  cd {folder}\n  grade show {course.exercises[0].id}")


@group.command(
    help=say("Show what the sandbox can do on this machine.", "このマシンでサンドボックスができることを表示します。")
)
@lang_option
def doctor() -> None:
    import platform

    import numpy as np

    from grader.sandbox.host import SandboxError, open_sandbox

    click.echo(
        f"gradkata {__version__}, Python {platform.python_version()}, numpy {np.__version__}, {platform.system()}"
    )
    try:
        with open_sandbox() as sandbox:
            for layer in sandbox.means.layers:
                mark = say("yes", "はい  ") if layer.holds else say("no ", "いいえ")
                click.echo(f"  {mark}  {layer.name}" + (f" ({layer.note})" if layer.note else ""))
            with sandbox.worker(2.0):
                click.echo(
                    say(f"level: {sandbox.means.level}", f"レベル: {sandbox.means.level}")
                    + f", {_LEVELS[sandbox.means.level].in_(LANG)}"
                )
    except SandboxError as error:
        stop(Text(f"the sandbox failed: {error}", f"サンドボックスが動きません: {error}"), GRADER_FAILED)


_LEVELS = {
    "isolated": Text("student code is confined and sees no other file", "解答は隔離され、他のファイルは見えません"),
    "confined": Text("student code is confined", "解答は隔離されています"),
    "process": Text("a separate process only: grade your own code, not other people's",
                    "別プロセスで動くだけです。自分のコードだけを採点してください"),
}  # fmt: skip


@group.command(
    help=say(
        "Certify the course: stubs, references, mistakes, languages.",
        "コースを検査します(スタブ、参照解答、間違いの例、両言語)。",
    )
)
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]...")
@click.option(
    "--write-stubs",
    is_flag=True,
    help=say("generate the stubs anew from the references", "参照解答からスタブを作り直します"),
)
@course_option
@lang_option
def verify(exercises: tuple[str, ...], write_stubs: bool, course_folder: Path | None) -> None:
    from grader import verify as course_verify
    from grader.sandbox.host import open_sandbox

    course = read_course(course_folder)
    chosen = read_exercises(course, exercises)
    if any(exercise.solution is None for exercise in chosen):
        stop(Text("this course has no solutions; `grade verify` is for its authors.",
                  "このコースには解答がありません。`grade verify` は作者のためのコマンドです。"))  # fmt: skip
    failed = 0
    with open_sandbox() as sandbox:
        for exercise in chosen:
            if write_stubs and course_verify.write_stub(exercise):
                click.echo(say(f"wrote {exercise.stub}", f"{exercise.stub} を書きました"), err=True)
            found = course_verify.verify(course, exercise, sandbox)
            verdict = say("certified", "合格") if not found.findings else say("FAILED", "不合格")
            counts = say(f"{found.checks} checks, {found.hidden} of them hidden, {found.mistakes} mistakes",
                         f"チェック {found.checks}(うち非公開 {found.hidden})、間違いの例 {found.mistakes}")  # fmt: skip
            click.echo(f"{exercise.unit}/{exercise.id}: {verdict} ({counts})")
            for finding in found.findings:
                click.echo(f"  {finding.path}: {finding.text.in_(LANG)}")
            failed += bool(found.findings)
    click.echo(say(f"{len(chosen) - failed} of {len(chosen)} exercises certified",
                   f"{len(chosen)} 問中 {len(chosen) - failed} 問が合格"))  # fmt: skip
    sys.exit(FAILED if failed else 0)
