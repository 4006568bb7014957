"""`grade doctor` and `grade verify`: is this machine fit for grading, and is this course?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader import __version__
from grader.cli.common import (
    FAILED,
    GRADER_FAILED,
    LANG,
    course_option,
    lang_option,
    read_course,
    read_exercises,
    say,
    stop,
)
from grader.model import Text


@click.command(
    "doctor",
    help=say("Show what the sandbox can do on this machine.", "このマシンでサンドボックスができることを表示します。"),
)
@lang_option
def doctor_command() -> None:
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


@click.command(
    "verify",
    help=say(
        "Certify the course: stubs, references, mistakes, languages.",
        "コースを検査します(スタブ、参照解答、間違いの例、両言語)。",
    ),
)
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]...")
@click.option(
    "--write-stubs",
    is_flag=True,
    help=say("generate the stubs anew from the references", "参照解答からスタブを作り直します"),
)
@course_option
@lang_option
def verify_command(exercises: tuple[str, ...], write_stubs: bool, course_folder: Path | None) -> None:
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
