"""`grade class`: parse, call, print, exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from grader.cli.common import (
    GRADER_FAILED,
    LANG,
    UNCONFINED,
    complete_exercise,
    course_option,
    document_to_stdout,
    exit_code,
    form_option,
    lang_option,
    open_output,
    output_option,
    read_course,
    read_exercises,
    say,
    stop,
    tell,
)
from grader.cli.gradebook import author, db_option, read_gradebook
from grader.errors import SandboxError, SubmissionError, Unconfined
from grader.model import Course, Status
from grader.status import is_ours
from grader.words import text

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from grader.classroom.grading import Graded
    from grader.classroom.intake import HandIn
    from grader.classroom.regrade import Change
    from grader.classroom.workers import Workers
    from grader.gradebook.book import Run
    from grader.gradebook.records import Student

INTERRUPTED = 130  # as shells say it of SIGINT


roster_option = click.option(
    "--roster", type=click.Path(path_type=Path), metavar="FILE.csv", help=say("who the students are")
)


@click.command(
    "class", help=say("Grade what a class handed in: a folder or zip of submissions, as a platform gives it.")
)
@click.argument("submissions", type=click.Path(path_type=Path))
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]...", shell_complete=complete_exercise)
@db_option
@roster_option
@click.option(
    "--report",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=say("also write the class report there"),
)
@click.option("--anonymous", is_flag=True, help=say("leave every name out of the report"))
@click.option("--workers", type=click.IntRange(1), metavar="N", help=say("processes (default: one for each core)"))
@click.option("--cluster", metavar="ADDRESS", help=say("grade on a Dask cluster: the address of its scheduler"))
@click.option("--dry-run", is_flag=True, help=say("say who would gain and who would lose, and publish nothing"))
@click.option("--no-cache", is_flag=True, help=say("grade unchanged answers again, too"))
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=0, metavar="N", help=say("other random inputs"))
@click.option(
    "--allow-unconfined", is_flag=True, help=say("grade although this system cannot confine other people's code")
)
@form_option
@output_option
@course_option
@lang_option
def class_command(submissions: Path, exercises: tuple[str, ...], db: str, roster: Path | None, report: Path | None,
        anonymous: bool, workers: int | None, cluster: str | None, dry_run: bool, no_cache: bool, seed: int,
        allow_unconfined: bool, form: str, output: Path | None, course_folder: Path | None) -> None:  # fmt: skip
    from grader.classroom.batch import Brief, pack
    from grader.classroom.grading import Job, grade_class
    from grader.classroom.workers import WorkersError
    from reports.classroom.terminal import print_class, progress

    course = read_course(course_folder, exercises, work=submissions, tell_which=True)
    chosen = read_exercises(course, exercises)
    if cluster and workers:
        stop(text("--workers is for this machine; a cluster has the workers that it has."))
    if any(one.solution is None for one in chosen):
        stop(text("this course has no solutions; grade with the course that has them (--course)."))
    hand_ins = read_hand_ins(submissions, roster)
    with ExitStack() as stack:
        crew = _workers(stack, workers, cluster)
        engine = stack.enter_context(read_gradebook(db))
        before = _counting(engine, [one.student for one in hand_ins])
        packed = pack(course) if crew.packed else b""
        brief = Brief(str(course.root), packed, tuple(one.id for one in chosen), seed, not allow_unconfined)
        try:
            with progress(sys.stderr, LANG) as tell_progress:
                named = tuple(one.id for one in chosen) if exercises else ()
                job = Job(course=course, exercises=chosen, named=named, before=before, brief=brief, fresh=no_cache)
                graded = grade_class(job, hand_ins, engine, crew, tell_progress)
        except Unconfined:
            stop(UNCONFINED, GRADER_FAILED)
        except SandboxError as error:
            from grader.judge.explain import sandbox_failed

            stop(sandbox_failed(error), GRADER_FAILED)
        except WorkersError as error:
            stop(error.text, GRADER_FAILED)
        except KeyboardInterrupt:
            tell("grade: ", text("interrupted. What is graded is kept; the same command goes on from there."))
            sys.exit(INTERRUPTED)
        _tell_failures(engine, graded)
        if form == "json":
            document_to_stdout()
        with open_output(output) as stream:
            said = sys.stderr if form == "json" else stream
            if form == "text":
                _patiently(stream, lambda: print_class(graded, LANG, stream))
            changed = _publish(engine, graded, before, _run(course, submissions, graded, seed), dry_run, said)
            if form == "json":
                _patiently(stream, lambda: _print_json(stream, engine, course, graded, changed, seed))
        if report and not dry_run:
            from grader.cli.class_report import write_class_report

            write_class_report(report, engine, course, anonymous)
            click.echo(say("report: {report}", report=report / "index.html"), err=True)
    sys.exit(exit_code(_statuses(graded)))


def read_hand_ins(submissions: Path, roster: Path | None) -> tuple[HandIn, ...]:
    """Who handed in what. Ends the command if nothing can be read; says what was recognised."""
    from grader.classroom.intake import take_in
    from grader.classroom.roster import read_roster

    try:
        people = read_roster(roster) if roster else None
        taken = take_in(submissions, people)
    except SubmissionError as error:
        stop(error.text)
    if not taken.hand_ins:
        stop(
            text(
                "{path} holds nothing that was handed in; name the folder or archive of the downloads.",
                path=submissions,
            )
        )
    for note in taken.notes:
        tell(say("note: "), note)
    if people is not None:
        enrolled = set(people.students)
        handed_in = [one for one in taken.hand_ins if one.name]
        known = sum(one.student in enrolled for one in handed_in)
        if 2 * known < len(handed_in):
            stop(
                text(
                    "only {known} of {n} who handed something in are on this roster; is it this class's?",
                    known=known, n=len(handed_in),
                )
            )  # fmt: skip
    return taken.hand_ins


def _counting(engine: Engine, students: Sequence[Student]) -> tuple[str, ...]:
    """The exercises that count so far. Ends the command if the gradebook knows these people by other ids: they would be in it
    twice."""
    from grader.gradebook import book

    with engine.connect() as connection:
        twice = book.otherwise_known(connection, students)
        counts = book.counting(connection)
    if twice:
        new, old = min(twice.items())
        stop(
            text(
                "{n} of these students are in the gradebook under other ids: {new} as {old}. Grade with the same roster as "
                "before, or into another gradebook (--db).",
                n=len(twice), new=new, old=old,
            )
        )  # fmt: skip
    return counts


def _tell_failures(engine: Engine, graded: Graded) -> None:
    """Where the grader failed, first of all: such answers count neither for nor against anybody."""
    from grader.gradebook import work

    failed: dict[str, list[str]] = {}
    for entry in graded.entries:
        for id_, result in entry.results.items():
            if is_ours(result.status):
                failed.setdefault(id_, []).append(result.key)
    with engine.connect() as connection:
        for id_, keys in failed.items():
            said = work.detail(connection, keys[0]).message
            tell(
                "grade: ",
                text("THE GRADER FAILED in {exercise}, {n} times: {said}", exercise=id_, n=len(keys), said=said),
            )


def _patiently(stream: TextIO, work: Callable[[], object]) -> None:
    """Print, whether somebody listens or not: `| head` must not keep grades from being published."""
    try:
        work()
        stream.flush()
    except OSError:  # nobody listens, or the disk is full: what was decided does not depend on it
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _workers(stack: ExitStack, number: int | None, cluster: str | None) -> Workers:
    from grader.classroom.workers import Processes, WorkersError, cores, open_cluster

    if cluster is None:
        return stack.enter_context(Processes(number or cores()))
    try:
        return stack.enter_context(open_cluster(cluster))
    except WorkersError as error:
        stop(error.text, GRADER_FAILED)


def _run(course: Course, submissions: Path, graded: Graded, seed: int) -> Run:
    from grader.gradebook.book import Run
    from grader.record.fingerprint import environment
    from grader.record.store import now

    ids = tuple(one.id for one in graded.exercises)
    return Run(
        at=now(),
        author=author(),
        course=course.name,
        source=str(submissions),
        exercises=ids,
        seed=seed,
        environment=environment().text,
    )


def _publish(
    engine: Engine, graded: Graded, before: tuple[str, ...], run: Run, dry_run: bool, stream: TextIO
) -> tuple[Change, ...]:
    """Say what will change, then write it down. Both in one transaction: what was said is what happens."""
    from grader.classroom.regrade import changes, gains_and_losses
    from grader.gradebook.book import publish, standing
    from grader.gradebook.open import writing
    from reports.classroom.terminal import print_changes

    with writing(engine, alone=True) as connection:
        found = changes(standing(connection, {one.student.id for one in graded.entries}), graded.entries)
        firsts = sum(one.before is None for one in found)
        groups = gains_and_losses(found)
        _patiently(stream, lambda: print_changes(groups, firsts, before, graded.exercises, LANG, stream))
        said = say("nothing is published (--dry-run)")
        if not dry_run:
            number = publish(connection, run, graded.entries, {(one.student, one.exercise) for one in found})
            said = say("published as run {number}", number=number)
    _patiently(stream, lambda: stream.write(said + "\n"))
    return found


def _print_json(
    stream: TextIO, engine: Engine, course: Course, graded: Graded, changed: tuple[Change, ...], seed: int
) -> None:
    from grader import __version__
    from grader.classroom.results import results_of
    from reports.classroom.document import class_json

    head = {"grader_version": __version__, "course": course.name, "seed": seed}
    with engine.connect() as connection:
        results = results_of(connection, course, graded.exercises, graded.entries, seed)
        stream.writelines(class_json(head, changed, results, LANG))


def _statuses(graded: Graded) -> set[Status]:
    return {
        entry.results[one.id].status if one.id in entry.results else "missing"
        for entry in graded.entries
        for one in graded.exercises
    }
