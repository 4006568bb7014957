"""What holds after every run, whatever was handed in. Each function asserts one thing of it."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from typing import Any

from tests.conftest import ROOT
from tests.hostile.catalogue import Case
from tests.hostile.stage import CANARY, EXERCISES, Graded
from tests.hostile.watched import watched

MOST_BYTES = 3 << 29  # 1.5 GiB, of a process of the grader; one that has graded a class of honest answers takes 0.1 GiB
MOST_SECONDS = 300.0  # of a class of all cases: a tenth of it is usual
MOST_SECONDS_OF_ONE = 40.0  # on a busy machine; the slowest takes a third of it
LONGEST_LINE = 500


def nothing_is_left(graded: Graded) -> None:
    """No process, file or socket."""
    assert graded.watched.left == ()
    assert graded.strays == ()


def bounded(graded: Graded) -> None:
    assert graded.watched.seconds < MOST_SECONDS
    assert graded.watched.peak < MOST_BYTES


def ended_well(graded: Graded) -> None:
    """Not all is right, so it is 1; and no traceback or warning of ours."""
    assert graded.watched.code == 1, (graded.watched.code, graded.watched.stderr)
    said = graded.watched.stderr
    assert "Traceback" not in said and "Warning" not in said and str(ROOT) not in said, said


def gradebook_is_whole(graded: Graded) -> None:
    """It passes SQLite's own check, and each student and grade is in it once; the export can read it."""
    with closing(sqlite3.connect(graded.folder / "gradebook.sqlite3")) as book:
        assert book.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert book.execute("PRAGMA foreign_key_check").fetchall() == []
        assert book.execute("SELECT count(*) FROM runs").fetchone() == (1,)
        assert {id_ for (id_,) in book.execute("SELECT id FROM students")} == set(graded.students)
        grades = book.execute(
            "SELECT student, grades.exercise, score FROM grades JOIN results ON results.key = result"
        ).fetchall()
    kept = {(student, exercise): score for student, exercise, score in grades}
    assert len(kept) == len(grades)
    shown = {pair: one["score"] for pair, one in graded.results.items() if pair in kept}
    assert kept == shown
    configuration = graded.configuration
    table = watched(
        configuration.command("export", "csv", "--course", "course"), graded.folder, configuration.environment(graded.folder)
    )  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(table.stdout.lstrip("\ufeff"))))
    plain = {student.lstrip("'") for student in graded.students}  # a spreadsheet is given `'` before what it would run
    assert {row["student"].lstrip("'") for row in rows} == plain


def everybody_is_there(graded: Graded) -> None:
    assert {student for student, _ in graded.results} == set(graded.students)
    assert {exercise for _, exercise in graded.results} == set(EXERCISES)


def others_are_the_same(graded: Graded, innocent: Graded, cases: dict[str, Case]) -> None:
    """Whatever was not attacked has the very result that it has without the attacks."""
    attacked = {(name, case.exercise) for name, case in cases.items()}
    others = {pair: one for pair, one in graded.results.items() if pair in innocent.results and pair not in attacked}
    assert {pair for pair in innocent.results if pair[0].startswith("innocent")} <= set(others)
    different = {pair: (one, innocent.results[pair]) for pair, one in others.items() if one != innocent.results[pair]}
    assert different == {}, (len(different), next(iter(different.items())))


def verdict_is_right(case: Case, result: Any) -> None:
    # of an exercise whose checks ended in several ways the status is `failed`
    ends = {one["status"] for one in result["checks"] if one["status"] != "passed"}
    several = result["status"] == "failed" and len(ends) > 1 and ends <= set(case.statuses)
    assert result["status"] in case.statuses or several, (result["status"], result["message"], ends)
    if case.score != "some":
        due = result["max_score"] if case.score == "full" else 0
        assert result["score"] == due, (
            result["status"],
            result["message"],
            [one["status"] for one in result["checks"]],
        )


def took_not_long(seconds: float) -> None:
    """What an answer costs ends with its limits, and with what the grader does about it."""
    assert seconds < MOST_SECONDS_OF_ONE


def says_it_in_one_line(result: Any, course: str) -> None:
    """Every message: one line, short, without control characters, and nothing of this machine or of our inside in it."""
    lines = [result["message"], *result["notes"], *(one["message"] for one in result["checks"])]
    lines += [text for one in result["diagnoses"] for text in (one["message"], one.get("hint", ""))]
    for line in lines:
        assert "\n" not in line and len(line) <= LONGEST_LINE, (len(line), line[:200])
        assert line.isprintable(), repr(line)
        assert not any(text in line for text in ("Traceback", str(ROOT), course, "/site-packages/")), line
    if result["status"] != "passed":
        assert result["message"], "nothing is said"


def tells_no_secret(result: Any) -> None:
    """No word of the hidden files, and nothing that a hidden check showed to the answer."""
    assert CANARY not in repr(result)
    for check in result["checks"]:
        if check["hidden"]:
            assert not check.get("detail") and not check.get("output"), check
