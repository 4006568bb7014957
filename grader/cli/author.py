"""`grade doctor`, `new` and `verify`: is this machine fit for grading; a new exercise; is this course fit for students?"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

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
    print_json,
    read_course,
    read_exercise,
    read_exercises,
    say,
    stop,
    stop_sandbox,
)
from grader.errors import SandboxError, TextError
from grader.words import text

if TYPE_CHECKING:
    from grader.model import Course, Exercise
    from grader.verify.certificate import Certificate
    from grader.verify.propose import Proposals


@click.command(
    "doctor",
    help=say("Show what the sandbox can do on this machine."),
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
                    print_json(jsonout.doctor_json(__version__, versions, sandbox.means))
                return
            for layer in sandbox.means.layers:
                mark = say("yes") if layer.holds else say("no ")
                click.echo(f"  {mark}  {layer.name}" + (f" ({layer.note})" if layer.note else ""))
            with sandbox.worker(2.0):
                click.echo(
                    say("level: {level}", level=sandbox.means.level) + f", {_LEVELS[sandbox.means.level].in_(LANG)}"
                )
    except SandboxError as error:
        stop_sandbox(error)


_LEVELS = {
    "isolated": text("student code is confined and sees no other file"),
    "confined": text("student code is confined"),
    "process": text("a separate process only: grade your own code, not other people's"),
}


@click.command("new", help=say("Write a new exercise that verifies, to turn into yours."))
@click.argument("name", metavar="UNIT/ID")
@click.option(
    "--like",
    metavar="EXERCISE",
    help=say("begin with a copy of that exercise"),
    shell_complete=complete_exercise,
)
@form_option
@course_option
@lang_option
def new_command(name: str, like: str | None, form: str, course_folder: Path | None) -> None:
    from grader.course.scaffold import names, write_exercise

    course = read_course(course_folder)
    parts = names(name)
    if parts is None:
        stop(text("{name!r} is no name for an exercise; write it like 05_backprop/relu_layer.", name=name))
    if any(exercise.id == parts[1] for exercise in course.exercises):
        stop(text("there is an exercise called {exercise} already.", exercise=parts[1]))
    model = read_exercise(course, like) if like is not None else None
    try:
        if model is None:
            written = write_exercise(course.root, *parts)
        else:
            from grader.course.copying import copy_exercise

            written = copy_exercise(course, model, *parts)
    except TextError as error:
        stop(error.text)
    except OSError as error:
        stop(
            text("cannot write {path}: {reason}", path=error.filename, reason=error.strerror),
            GRADER_FAILED,
        )
    if form == "json":
        print_json({"schema": "gradkata/new/v1", "written": [str(path) for path in written]})
        return
    for path in written:
        click.echo(path)
    click.echo(say("next: change these files, and after each change") + f" grade verify {parts[1]}")


@click.command(
    "verify",
    help=say("Certify the course: stubs, references, mistakes, languages."),
)
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]...", shell_complete=complete_exercise)
@click.option(
    "--write-stubs",
    is_flag=True,
    help=say("generate the stubs anew from the references"),
)
@click.option(
    "--write-table",
    is_flag=True,
    help=say("write docs/curriculum.md anew"),
)
@click.option(
    "--propose",
    is_flag=True,
    help=say("instead, print changes of the references that no known mistake names, for mistakes.py"),
)
@form_option
@course_option
@lang_option
def verify_command(
    exercises: tuple[str, ...],
    write_stubs: bool,
    write_table: bool,
    propose: bool,
    form: str,
    course_folder: Path | None,
) -> None:
    from grader import verify

    course = read_course(course_folder, tell_which=True)
    chosen = read_exercises(course, exercises)
    if any(exercise.solution is None for exercise in chosen):
        stop(text("this course has no solutions; `grade verify` is for its authors."))
    if write_table and propose:
        stop(text("--propose certifies nothing, so there is no table to write; leave out one of the two."))
    if write_table and len(chosen) < len(course.exercises):
        stop(text("--write-table wants the whole course: name no exercise."))
    if write_stubs:
        for exercise in chosen:
            if verify.write_stub(exercise):
                click.echo(say("wrote {stub}", stub=exercise.stub), err=True)
    if propose:
        _propose(course, chosen, form)
    certificates = []
    for found in verify.verify_all(course, chosen):
        if form == "text":
            click.echo("\n".join(_certificate(found, in_full=len(chosen) == 1)))
        certificates.append(found)
    failed = sum(bool(found.findings) for found in certificates)
    if form == "json":
        print_json(verify.verify_json(certificates, LANG))
    else:
        click.echo(say("{certified} of {n} exercises certified", certified=len(chosen) - failed, n=len(chosen)))
    path = course.root / "docs" / "curriculum.md"
    stale = len(chosen) == len(course.exercises) and not _table_is_right(
        path, verify.table(course, certificates), write_table
    )
    if stale:
        click.echo(
            say("{path}: it is not what the course gives; run `grade verify --write-table`.", path=path),
            err=form == "json",
        )
    sys.exit(FAILED if failed or stale else 0)


def _table_is_right(path: Path, table: str, write: bool) -> bool:
    """Whether the course's table is what the certificates give; with `write` it is made so. A course may have none."""
    if write:
        path.parent.mkdir(exist_ok=True)
        path.write_text(table, encoding="utf-8")
    return not path.is_file() or path.read_text(encoding="utf-8") == table


def _propose(course: Course, chosen: Sequence[Exercise], form: str) -> NoReturn:
    """Print proposals, and leave: with 0, if they could be looked for. What is printed is Python, to be pasted as it is."""
    from grader import verify

    proposals = []
    for found in verify.propose_all(course, chosen):
        if form == "text":
            click.echo("\n".join(_proposals(found)))
        proposals.append(found)
    if form == "json":
        print_json(verify.propose_json(proposals, LANG))
    sys.exit(FAILED if any(found.findings for found in proposals) else 0)


def _proposals(found: Proposals) -> Iterator[str]:
    from grader.verify.propose import as_python

    exercise = found.exercise
    assert exercise.solution is not None
    if found.findings:
        yield from (f"# {finding.path}: {finding.text.in_(LANG)}" for finding in found.findings)
        return
    if exercise.open_ended:
        yield "# " + say("{exercise} is open-ended, so no changes are tried.", exercise=exercise.id)
        return
    yield f"# {exercise.solution / 'mistakes.py'}"
    for one in found.proposed:
        yield "# " + say("line {line}, rejected by {checks}", line=one.line, checks=", ".join(one.checks))
        if one.told:
            yield "# " + say("told today: {said}", said=one.told)
        yield as_python(one)
    yield "# " + say(
        "{exercise}: of {tried} changes of the reference {rejected} are rejected, and {named} of these are named. "
        "{proposed} stand above; {alike} more give the same as one of them.",
        exercise=exercise.id,
        tried=found.tried,
        rejected=found.rejected,
        named=found.named,
        proposed=len(found.proposed),
        alike=found.alike,
    )
    if found.unfit:
        yield "# " + say(
            "{n} cannot be known mistakes: they do not come to an end, lie near to a tolerance, or are no lines of their own.",
            n=found.unfit,
        )


def _certificate(found: Certificate, in_full: bool) -> Iterator[str]:
    verdict = say("certified") if not found.findings else say("FAILED")
    yield f"{found.exercise.unit}/{found.exercise.id}: {verdict}"
    languages = "en, ja" if found.bilingual else say("incomplete")
    yield say(
        "  {checks} checks ({hidden} hidden, {gradients} gradients audited), {mistakes} mistakes, "
        "{alternatives} alternatives, languages {languages}",
        checks=found.checks,
        hidden=found.hidden,
        gradients=found.gradients,
        mistakes=found.mistakes,
        alternatives=found.alternatives,
        languages=languages,
    )
    right, wrong = (max((m.right for m in found.margins), default=0), min((m.wrong for m in found.margins), default=0))
    if found.exercise.open_ended:
        yield say("  open-ended: what reaches the goal is right, so no mutants were tried")
    else:
        yield say(
            "  {noticed} of {tried} mutants rejected ({score:.0f} %), {waived} waived; margin {right:.1g} to "
            "{wrong:.1g} of the tolerance",
            noticed=found.noticed,
            tried=found.noticed + found.survived,
            score=found.score,
            waived=found.waived,
            right=right,
            wrong=wrong,
        )
    if found.costs:
        from statistics import median

        dearest = max(found.costs, key=lambda cost: cost.share)
        yield say(
            "  a mistake costs {median:.0f} % of the points (median), at most {most:.0f} % ({mistake})",
            median=100 * median(cost.share for cost in found.costs),
            most=100 * dearest.share,
            mistake=dearest.mistake,
        )
    if in_full:
        yield from _in_full(found)
    for finding in found.findings:
        yield f"  {finding.path}: {finding.text.in_(LANG)}"


def _in_full(found: Certificate) -> Iterator[str]:
    """What only the author of the exercise wants to see."""
    if found.margins:
        yield say("  margins, in units of the tolerance (widest right answer, nearest wrong one):")
        for margin in found.margins:
            yield f"    {margin.check:24} {margin.right:8.1g}  {margin.wrong:8.1g}"
    if found.costs:
        yield say("  what each mistake costs of the points, and which parts of a result it spoils:")
        for cost in sorted(found.costs, key=lambda cost: -cost.share):
            yield f"    {100 * cost.share:3.0f} %  {cost.mistake}" + (
                f" ({', '.join(cost.parts)})" if cost.parts else ""
            )
    if found.alike:
        yield say("  mistakes that a check alone cannot tell apart:")
        for group in found.alike:
            yield f"    {group.check:24} {', '.join(group.mistakes)}"
    if found.nearly:
        yield say("  mistakes that only one level of one check tells apart:")
        for near in found.nearly:
            yield f"    {near.check} ({near.level + 1}): {', '.join(near.mistakes)}"
