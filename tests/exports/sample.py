"""A class of six with every kind of name and state, and one run; what exports are tried on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from grader.gradebook.records import Adjustment, ClassTable, Column, Mistaken, Student
from grader.model import (
    NOTHING,
    Answer,
    CheckResult,
    Diagnosis,
    ExerciseResult,
    RunResult,
    Status,
    Text,
    file_answer,
    same,
)
from grader.status import STATUSES

WHEN = "2026-11-21T14:02:11+09:00"
MEAN = Mistaken("mean-for-sum", Text("db is the mean, <b>not</b> the sum.", "db が平均です。"), np.array([1], np.int32))

# what each has: id, name, e-mail, section, number in the learning platform, login
STUDENTS = (
    Student("s1", "佐藤 健", "sato@example.ac.jp", "A 組", "101", "ksato"),
    Student("s2", "Tanaka, PhD", "tanaka@example.ac.jp", "A, B", "102", "tanaka"),
    Student("s3", '=HYPERLINK("http://x")', "", "", "103", ""),
    Student("s4", 'Ann "Nan" O_Neil', "ann@example.ac.jp", "", "", "ann"),
    Student("s5", "two\nlines", "", "", "Participant 105", ""),
    Student("+s6", "", "", "", "", ""),
)


def adjustment(student: str, exercise: str, kind: str, value: float, reason: str = 'a, "b"\n=c') -> Adjustment:
    return Adjustment(student, exercise, kind, value, reason, "teacher", WHEN)  # type: ignore[arg-type]


def class_table() -> ClassTable:
    """Two exercises of 10 and 5 points. s1 has everything; s2 made a mistake and is excused from the second; s3 handed in
    nothing; of s4 the second could not be graded; s5 is excused from the whole; s6's file was damaged."""
    nan = np.nan
    states: list[tuple[Status, Status]] = [
        ("passed", "passed"), ("failed", "passed"), ("missing", "missing"),
        ("passed", "grader_error"), ("passed", "failed"), ("invalid", "invalid"),
    ]  # fmt: skip
    return ClassTable(
        course="small",
        title=Text("A small course", "小さなコース"),
        students=STUDENTS,
        exercises=(
            Column("affine", "05_backprop", Text("Affine", "アフィン"), 10.0),
            Column("relu", "05_backprop", same("ReLU"), 5.0),
        ),
        status=np.array([[STATUSES.index(one) for one in row] for row in states], np.uint8),
        raw=np.array([[10, 5], [7.5, 5], [0, 0], [10, nan], [10, 1], [0, 0]]),
        score=np.array([[10, 5], [7.5, nan], [0, 0], [10, nan], [nan, nan], [0, 0]]),
        total=np.array([15, 7.5, 0, 10, 0, 0.0]),
        most=np.array([15, 10, 15, 10, 0, 15.0]),
        first=np.array([[4, 5], [7.5, 5], [nan, nan], [10, nan], [10, 1], [0, 0]]),
        solved=np.array([[3, 1], [0, 1], [0, 0], [1, 0], [1, 0], [0, 0]], np.int16),
        attempts=np.array([[3, 1], [1, 1], [0, 0], [1, 1], [1, 2], [1, 1]], np.int16),
        checks={},
        mistakes={"affine": (MEAN, MEAN._replace(slug="transposed", students=np.array([1, 3], np.int32)))},
        damaged={5: Text("the archive is damaged", "アーカイブが壊れています")},
        handed_in={},
        adjustments=(adjustment("s2", "relu", "excused", 0), adjustment("s5", "", "excused", 0, "ill")),
    )


def many(students: int, exercises: int) -> ClassTable:
    """A large class in which everybody has half of everything."""
    half = np.full((students, exercises), 0.5)
    whole = np.ones((students, exercises), np.int16)
    return class_table()._replace(
        students=tuple(Student(f"s{row:05}", f"学生 {row}") for row in range(students)),
        exercises=tuple(Column(f"e{index}", "u", same("E"), 1.0) for index in range(exercises)),
        status=np.ones((students, exercises), np.uint8), raw=half, score=half, first=half, solved=whole, attempts=whole,
        total=half.sum(axis=1), most=np.full(students, float(exercises)), mistakes={}, damaged={}, handed_in={}, adjustments=(),
    )  # fmt: skip


# --- a run --------------------------------------------------------------------------------------------------

HOSTILE = "</failure>]]>\x00\x1b[31m\ufffe\ud800::error::x\n::set-env name=A::b%0A<script>"
SECRET = "expected 0.123456789"


def check(id_: str, status: Status = "passed", points: float = 2.0, message: str = "", **more: object) -> CheckResult:
    score = points if status == "passed" else 0.0
    made = CheckResult(id_, Text(f"does {id_}", f"{id_} をする"), False, status, score, points, same(message), 0.0125)
    return made._replace(**more)  # type: ignore[arg-type]


def exercise(
    id_: str,
    checks: Sequence[CheckResult],
    status: Status = "failed",
    answer: Answer | None = None,
    diagnoses: tuple[Diagnosis, ...] = (),
) -> ExerciseResult:
    got, most = sum(one.score for one in checks), sum(one.max_score for one in checks)
    title = Text(f"Exercise {id_}, with: 100%", f"演習 {id_}")
    return ExerciseResult(
        id_, "05_backprop", title, status, got, most, 0.25, NOTHING, (), tuple(checks), diagnoses,
        answer or file_answer(f"{id_}.py", "import numpy as np\n\ndef f(x):\n    return x\n"),
    )  # fmt: skip


def run(*exercises: ExerciseResult) -> RunResult:
    got, most = sum(one.score for one in exercises), sum(one.max_score for one in exercises)
    return RunResult("0.1.0", "small", "work", 0, "isolated", got, most, exercises)


def mixed_run() -> RunResult:
    """One of each: passed, failed in the open and in secret, a stretch, not begun, and the grader's own fault."""
    mistake = Diagnosis("mean-for-sum", "mistake", 1.0, Text("db is the mean.", "db が平均です。"), same("Sum it."))
    secret = {"hidden": True, "detail": same(SECRET), "output": SECRET}
    fault = exercise("lstm", [], "grader_error")._replace(message=Text("the grader failed here", "採点側の失敗です"))
    return run(
        exercise(
            "affine",
            [
                check("forward"),
                check("backward", "failed", 0.5, HOSTILE, detail=same("got\n  1\n"), output=HOSTILE, line=4),
                check("deep", "failed", 1.5, "the values are wrong.", **secret),
                check("more", "failed", 0.0, "too large"),
            ],
            diagnoses=(mistake,),
        ),
        exercise("relu", [check("all")], "passed"),
        exercise("adam", [check("step", "not_started", message="not started yet.")], "not_started"),
        fault,
    )
