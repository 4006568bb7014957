"""`grade doctor`, `new` and `verify`: is this machine fit for grading; a new exercise; is this course fit for students?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader import __version__
from grader.cli.common import (
    FAILED,
    GRADER_FAILED,
    LANG,
    complete_exercise,
    course_option,
    form_option,
    lang_option,
    read_course,
    read_exercises,
    say,
    stop,
    stop_sandbox,
)
from grader.model import SandboxError, Text

if TYPE_CHECKING:
    from grader.verify import Certificate


@click.command(
    "doctor",
    help=say("Show what the sandbox can do on this machine.", "このマシンでサンドボックスができることを表示します。"),
)
@form_option
@lang_option
def doctor_command(form: str) -> None:
    import platform

    import numpy as np

    from grader.sandbox.host import open_sandbox

    versions = {"python": platform.python_version(), "numpy": np.__version__, "system": platform.system()}
    if form == "text":
        click.echo("gradkata {}, Python {python}, numpy {numpy}, {system}".format(__version__, **versions))
    try:
        with open_sandbox() as sandbox:
            if form == "json":
                from reports import jsonout

                with sandbox.worker(2.0):  # a level counts only if a worker can be had at it
                    sys.stdout.write(jsonout.text(jsonout.doctor_json(__version__, versions, sandbox.means)))
                return
            for layer in sandbox.means.layers:
                mark = say("yes", "はい  ") if layer.holds else say("no ", "いいえ")
                click.echo(f"  {mark}  {layer.name}" + (f" ({layer.note})" if layer.note else ""))
            with sandbox.worker(2.0):
                click.echo(
                    say(f"level: {sandbox.means.level}", f"レベル: {sandbox.means.level}")
                    + f", {_LEVELS[sandbox.means.level].in_(LANG)}"
                )
    except SandboxError as error:
        stop_sandbox(error)


_LEVELS = {
    "isolated": Text("student code is confined and sees no other file", "解答は隔離され、他のファイルは見えません"),
    "confined": Text("student code is confined", "解答は隔離されています"),
    "process": Text("a separate process only: grade your own code, not other people's",
                    "別プロセスで動くだけです。自分のコードだけを採点してください"),
}  # fmt: skip


@click.command(
    "new",
    help=say("Write a new exercise that verifies, to turn into yours.", "検査に通る新しい問題のひな形を作ります。"),
)
@click.argument("name", metavar="UNIT/ID")
@form_option
@course_option
@lang_option
def new_command(name: str, form: str, course_folder: Path | None) -> None:
    from grader.scaffold import names, write_exercise

    course = read_course(course_folder)
    parts = names(name)
    if parts is None:
        stop(Text(f"{name!r} is no name for an exercise; write it like 05_backprop/relu_layer.",
                  f"{name!r} は問題の名前になりません。05_backprop/relu_layer のように書いてください。"))  # fmt: skip
    if any(exercise.id == parts[1] for exercise in course.exercises):
        stop(Text(f"there is an exercise called {parts[1]} already.", f"{parts[1]} という問題は既にあります。"))
    try:
        written = write_exercise(course.root, *parts)
    except OSError as error:
        stop(
            Text(
                f"cannot write {error.filename}: {error.strerror}", f"{error.filename} に書けません: {error.strerror}"
            ),
            GRADER_FAILED,
        )
    if form == "json":
        from reports import jsonout

        sys.stdout.write(jsonout.text({"schema": "gradkata/new/v1", "written": [str(path) for path in written]}))
        return
    for path in written:
        click.echo(path)
    click.echo(
        say("next: change these files, and after each change", "次は: これらを書き換え、そのつど")
        + f" grade verify {parts[1]}"
    )


@click.command(
    "verify",
    help=say(
        "Certify the course: stubs, references, mistakes, languages.",
        "コースを検査します(スタブ、参照解答、間違いの例、両言語)。",
    ),
)
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]...", shell_complete=complete_exercise)
@click.option(
    "--write-stubs",
    is_flag=True,
    help=say("generate the stubs anew from the references", "参照解答からスタブを作り直します"),
)
@click.option(
    "--write-table",
    is_flag=True,
    help=say("write docs/curriculum.md anew", "docs/curriculum.md を作り直します"),
)
@form_option
@course_option
@lang_option
def verify_command(
    exercises: tuple[str, ...], write_stubs: bool, write_table: bool, form: str, course_folder: Path | None
) -> None:
    from grader import verify

    course = read_course(course_folder)
    chosen = read_exercises(course, exercises)
    if any(exercise.solution is None for exercise in chosen):
        stop(Text("this course has no solutions; `grade verify` is for its authors.",
                  "このコースには解答がありません。`grade verify` は作者のためのコマンドです。"))  # fmt: skip
    if write_table and len(chosen) < len(course.exercises):
        stop(Text("--write-table wants the whole course: name no exercise.",
                  "--write-table はコース全体の表です。問題を指定しないでください。"))  # fmt: skip
    if write_stubs:
        for exercise in chosen:
            if verify.write_stub(exercise):
                click.echo(say(f"wrote {exercise.stub}", f"{exercise.stub} を書きました"), err=True)
    certificates = []
    for found in verify.verify_all(course, chosen):
        if form == "text":
            click.echo("\n".join(_certificate(found, in_full=len(chosen) == 1)))
        certificates.append(found)
    failed = sum(bool(found.findings) for found in certificates)
    if form == "json":
        from reports import jsonout

        sys.stdout.write(jsonout.text(jsonout.verify_json(certificates, LANG)))
    else:
        click.echo(say(f"{len(chosen) - failed} of {len(chosen)} exercises certified",
                       f"{len(chosen)} 問中 {len(chosen) - failed} 問が合格"))  # fmt: skip
    path = course.root / "docs" / "curriculum.md"
    stale = len(chosen) == len(course.exercises) and not _table_is_right(
        path, verify.table(course, certificates), write_table
    )
    if stale:
        click.echo(say(f"{path}: it is not what the course gives; run `grade verify --write-table`.",
                       f"{path}: コースの内容と違います。`grade verify --write-table` を実行してください。"), err=form == "json")  # fmt: skip
    sys.exit(FAILED if failed or stale else 0)


def _table_is_right(path: Path, table: str, write: bool) -> bool:
    """Whether the course's table is what the certificates give; with `write` it is made so. A course may have none."""
    if write:
        path.parent.mkdir(exist_ok=True)
        path.write_text(table, encoding="utf-8")
    return not path.is_file() or path.read_text(encoding="utf-8") == table


def _certificate(found: Certificate, in_full: bool) -> Iterator[str]:
    verdict = say("certified", "合格") if not found.findings else say("FAILED", "不合格")
    yield f"{found.exercise.unit}/{found.exercise.id}: {verdict}"
    languages = "en, ja" if found.bilingual else say("incomplete", "不足あり")
    yield say(
        f"  {found.checks} checks ({found.hidden} hidden, {found.gradients} gradients audited), {found.mistakes} mistakes, "
        f"{found.alternatives} alternatives, languages {languages}",
        f"  チェック {found.checks}(うち非公開 {found.hidden}、検算した勾配 {found.gradients})、間違いの例 {found.mistakes}、"
        f"別解 {found.alternatives}、言語 {languages}",
    )
    right, wrong = (max((m.right for m in found.margins), default=0), min((m.wrong for m in found.margins), default=0))
    if found.exercise.open_ended:
        yield say("  open-ended: what reaches the goal is right, so no mutants were tried",
                  "  自由課題: 目標に届けば正解なので、ミュータントは試していません")  # fmt: skip
    else:
        yield say(
            f"  {found.noticed} of {found.noticed + found.survived} mutants rejected ({found.score:.0f} %), {found.waived} waived; "
            f"margin {right:.1g} to {wrong:.1g} of the tolerance",
            f"  ミュータント {found.noticed + found.survived} 個中 {found.noticed} 個を検出({found.score:.0f} %)、waiver {found.waived}、"
            f"余裕は許容の {right:.1g} から {wrong:.1g} 倍",
        )
    if in_full:
        yield say("  margins, in units of the tolerance (widest right answer, nearest wrong one):",
                  "  許容を 1 とした余裕(正解の最大のずれ、不正解の最小のずれ):")  # fmt: skip
        for margin in found.margins:
            yield f"    {margin.check:24} {margin.right:8.1g}  {margin.wrong:8.1g}"
    for finding in found.findings:
        yield f"  {finding.path}: {finding.text.in_(LANG)}"
