"""`grade run`: parse, call, print, exit code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from grader.cli.common import (
    FAILED,
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
from grader.model import Exercise, Submission, SubmissionError, Text


@click.command(
    "run", help=say("Grade answers: all, or the EXERCISEs named.", "解答を採点します(すべて、または指定した問題)。")
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
def run_command(started: Any, exercises: tuple[str, ...], submission: Path | None, form: str, output: Path | None,
        report: Path | None, seed: int, no_cache: bool, allow_unconfined: bool, course_folder: Path | None) -> None:  # fmt: skip
    from grader.load import load
    from grader.pipeline import grade
    from grader.sandbox.host import SandboxError, Unconfined, open_sandbox

    course = read_course(course_folder, exercises)
    chosen = read_exercises(course, exercises)
    path = submission or _default_submission(exercises)
    try:
        loaded = load(path, chosen)
    except SubmissionError as error:
        stop(error.text)
    chosen = _handed_in(chosen, loaded, path, named=bool(exercises))
    try:
        with open_sandbox(started, must_confine=submission is not None and not allow_unconfined) as sandbox:
            result = grade(course, chosen, loaded, sandbox, seed)
            drawn = _pictures(course, chosen, result, sandbox) if report else {}
    except Unconfined:
        stop(Text("this system cannot confine other people's code (see `grade doctor`). "
                  "If you trust it, add --allow-unconfined.",
                  "このシステムでは他の人のコードを隔離できません(`grade doctor` を参照)。"
                  "信頼できるなら --allow-unconfined を付けてください。"), GRADER_FAILED)  # fmt: skip
    except SandboxError as error:
        stop(Text(f"the sandbox failed: {error}. `grade doctor` shows more.",
                  f"サンドボックスが動きません: {error}。`grade doctor` で詳しく分かります。"), GRADER_FAILED)  # fmt: skip
    if form == "json":
        from reports import jsonout

        for note in result.notes:  # the schema has no place for what concerns no exercise
            click.echo(say(f"note: {note.en}", f"メモ: {note.ja}"), err=True)
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

        _write(report, progress_html(result, course, LANG, drawn))
        click.echo(say(f"report: {report}", f"レポート: {report}"), err=True)
    statuses = {exercise.status for exercise in result.exercises}
    sys.exit(GRADER_FAILED if "grader_error" in statuses else 0 if statuses <= {"passed"} else FAILED)


def _pictures(course: Any, chosen: Any, result: Any, sandbox: Any) -> Any:
    from grader.pictures import pictures_of_run  # only a report pays for it

    return pictures_of_run(course, chosen, result, sandbox)


def _default_submission(words: tuple[str, ...]) -> Path:
    if len(words) == 1 and Path(words[0]).is_file():
        return Path(words[0])
    return read_workspace()


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


def _write(path: Path, text: str) -> None:
    with _open(path) as stream:
        stream.write(text)
