"""A class as it stands, read from a gradebook: who has what, in which attempt, and what was wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Connection

from grader.course.discover import load_course
from grader.gradebook import book, standing
from grader.gradebook.records import Adjustment, ClassTable, Column, Student
from grader.gradebook.standing import class_table, table_and_sources, tally, worth_of
from grader.model import Course, Text, same
from grader.status import CODES
from tests.course_maker import make_course
from tests.gradebook.memory import RUN, entry, gradebook, keep, publish, worked

NAN = float("nan")


@pytest.fixture
def connection() -> Iterator[Connection]:
    with gradebook() as opened:
        yield opened


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """`double` with its real checks, then `relu` of 5 points and `adam` of 7, which have none."""
    made = load_course(make_course(tmp_path_factory.mktemp("standing")))
    [double] = made.exercises
    relu, adam = (
        double._replace(
            id=id_, unit="02_x", title=Text(id_, f"{id_} です"), points=points, folder=Path("/nowhere"), solution=None
        )
        for id_, points in (("relu", 5.0), ("adam", 7.0))
    )
    return made._replace(name="scratch", title=Text("A course", "コース"), exercises=(double, relu, adam))


def lists(array: Any) -> Any:
    """As lists in which one NaN equals another."""
    return [[None if value != value else value for value in row] for row in array.tolist()]


def late(student: str, value: float, exercise: str = "", kind: str = "late") -> Adjustment:
    return Adjustment(student, exercise, kind, value, "why", "aoki", "now")  # type: ignore[arg-type]


# --- the points of some -------------------------------------------------------------------------------------------


def test_points_of_some_students(connection: Connection, course: Course) -> None:
    good, half, ours = keep(
        connection,
        worked("a", score=2.0, most=4.0),
        worked("b", "adam", "failed", 3.0, 6.0),
        worked("c", status="grader_error", score=0.0, most=0.0),
    )
    publish(connection, entry("ann"), entry("ben"))
    book.adjust(connection, late("ben", 0.5))

    found = tally(
        connection,
        course,
        ["adam", "relu"],
        {"ann": {"relu": good, "adam": half}, "ben": {"relu": good}, "cyd": {"relu": ours}},
    )

    assert lists(found.score) == [[3.0, 2.0], [0.0, 1.0], [0.0, None]]
    assert found.total.tolist() == [5.0, 1.0, 0.0] and found.most.tolist() == [10.0, 11.0, 7.0]


def test_points_of_nobody_in_nothing(connection: Connection, course: Course) -> None:
    assert tally(connection, course, ["relu", "adam"], {}).score.shape == (0, 2)
    assert tally(connection, course, [], {"ann": {}}).score.shape == (1, 0)


def test_points_in_an_exercise_that_the_course_no_longer_has(connection: Connection, course: Course) -> None:
    [old] = keep(connection, worked("a", "gone", score=2.0, most=9.0))
    publish(connection, entry("ann", old))

    found = tally(connection, course, ["gone"], {"ann": {"gone": old}, "ben": {}})

    assert found.score.tolist() == [[2.0], [0.0]] and found.most.tolist() == [9.0, 9.0]


def test_a_result_of_no_points_devalues_nothing(connection: Connection, course: Course) -> None:
    [none] = keep(connection, worked("a", status="failed", score=0.0, most=0.0))
    publish(connection, entry("ann", none))

    assert class_table(connection, course, ["relu"]).most.tolist() == [5.0]


def test_what_is_no_answer_replaces_none_in_the_table_either(connection: Connection, course: Course) -> None:
    some = keep(
        connection, worked("a"), worked("b", status="not_started", score=0.0), worked("c", status="grader_error", score=0.0), worked("d", "adam", "invalid", 0.0),
        worked("e", "adam", "failed", 1.0),
    )  # fmt: skip
    for one in some:
        publish(connection, entry("ann", one))

    table = class_table(connection, course)

    assert table.status.tolist() == [[CODES["passed"], CODES["failed"]]] and table.raw.tolist() == [[2.0, 1.0]]
    assert (table.attempts.tolist(), table.solved.tolist()) == ([[1, 1]], [[1, 0]])


def test_what_an_exercise_is_worth(connection: Connection, course: Course) -> None:
    old, older = keep(connection, worked("a", "gone", most=9.0), worked("b", "relu", most=9.0))
    publish(connection, entry("ann", old, older))

    assert worth_of(connection, course, ["relu", "gone", "never"]) == {
        "double": 4.0, "relu": 5.0, "adam": 7.0, "gone": 9.0, "never": 0.0,
    }  # fmt: skip
    assert worth_of(connection, course, []) == {"double": 4.0, "relu": 5.0, "adam": 7.0}


# --- the table ----------------------------------------------------------------------------------------------------


def a_class(connection: Connection) -> None:
    """ann tries relu three times and passes with the second; ben fails, and is graded again; cyd has a stub; dan a fault of ours."""
    bad, good, worse, again, stub, ours, adam = keep(
        connection,
        worked("a1", status="failed", score=1.0, most=5.0, failed=("forward",)),
        worked("a2", score=5.0, most=5.0),
        worked("a3", status="failed", score=2.0, most=5.0, failed=("backward",), mistakes=("sign",)),
        worked("b1", status="failed", score=3.0, most=5.0, code="a1", failed=("forward",), mistakes=("sum", "sign")),
        worked("c", status="not_started", score=0.0, most=5.0),
        worked("d", status="grader_error", score=0.0, most=0.0),
        worked("e", "adam", "error", 0.0, 6.0, failed=("values",)),
    )
    publish(connection, entry(Student("ann", "Ann")), entry("zoe"))
    publish(connection, entry("ann", bad), entry("ben", bad), entry("cyd", stub), entry("dan", ours))
    publish(connection, entry("ann", good), entry("ben", again, adam))
    publish(connection, entry("ann", worse))


def test_everybody_and_the_exercises_of_the_newest_run(connection: Connection, course: Course) -> None:
    a_class(connection)

    table = class_table(connection, course)

    assert (table.course, table.title) == ("scratch", Text("A course", "コース"))
    assert table.students == (Student("ann", "Ann"), *map(Student, ("ben", "cyd", "dan", "zoe")))
    assert table.exercises == (
        Column("relu", "02_x", Text("relu", "relu です"), 5.0), Column("adam", "02_x", Text("adam", "adam です"), 7.0),
    )  # fmt: skip
    code = CODES
    assert table.status.tolist() == [
        [code["failed"], code["missing"]], [code["failed"], code["error"]], [code["not_started"], code["missing"]],
        [code["grader_error"], code["missing"]], [code["missing"], code["missing"]],
    ]  # fmt: skip
    assert lists(table.raw) == [[2.0, 0.0], [3.0, 0.0], [0.0, 0.0], [None, 0.0], [0.0, 0.0]]
    assert lists(table.score) == lists(table.raw)
    assert table.total.tolist() == [2.0, 3.0, 0.0, 0.0, 0.0] and table.most.tolist() == [12.0, 11.0, 12.0, 7.0, 12.0]
    assert lists(table.first) == [[1.0, None], [3.0, 0.0], [None, None], [None, None], [None, None]]
    assert table.attempts.tolist() == [[3, 0], [1, 1], [0, 0], [0, 0], [0, 0]]
    assert table.solved.tolist() == [[2, 0], [0, 0], [0, 0], [0, 0], [0, 0]]
    kinds = [one.dtype.name for one in (table.status, table.attempts, table.solved, table.first)]
    assert kinds == ["uint8", "int16", "int16", "float64"]
    assert (table.damaged, table.adjustments) == ({}, ())


def test_the_exercises_that_are_named_go_before(connection: Connection, course: Course) -> None:
    a_class(connection)

    table = class_table(connection, course, ["adam"])

    assert [one.id for one in table.exercises] == ["adam"] and table.raw.tolist() == [[0.0]] * 5
    assert set(table.mistakes) == set() and table.status[1, 0] == CODES["error"]


def test_exercises_stand_in_the_order_of_the_course_and_after_them_what_is_gone(
    connection: Connection, course: Course
) -> None:
    [old] = keep(connection, worked("o", "zz_gone", most=9.0))
    publish(connection, entry("ann", old))

    found = class_table(connection, course, ["zz_gone", "adam", "aa_never", "double"]).exercises

    assert [(one.id, one.unit, one.points) for one in found] == [
        ("double", "01_first", 4.0), ("adam", "02_x", 7.0), ("aa_never", "", 0.0), ("zz_gone", "", 9.0),
    ]  # fmt: skip
    assert found[3].title == same("zz_gone")


def test_adjustments_are_applied_and_told(connection: Connection, course: Course) -> None:
    a_class(connection)
    for one in (late("ann", 0.5, "relu"), late("ben", 0, "relu", "excused"), late("zoe", 3.0, "", "extra")):
        book.adjust(connection, one)

    table = class_table(connection, course)

    assert lists(table.score)[:2] == [[1.0, 0.0], [None, 0.0]] and table.total.tolist() == [1.0, 0.0, 0.0, 0.0, 3.0]
    assert table.most.tolist()[1] == 6.0 and table.raw[0, 0] == 2.0
    assert table.adjustments == book.in_force(connection) and len(table.adjustments) == 3


def test_what_could_not_be_read_is_told_of_the_newest_hand_in(connection: Connection, course: Course) -> None:
    broken = Text("it is no zip.", "zip ではありません。")
    publish(connection, entry("ben", problem=broken), entry("ann", problem=broken), entry("cyd"))
    publish(connection, entry("ann", digest="e"))

    assert class_table(connection, course).damaged == {1: broken}


# --- what was wrong -----------------------------------------------------------------------------------------------


def columns(table: ClassTable) -> dict[str, list[tuple[Any, ...]]]:
    return {
        id_: [(one.id, one.title, one.hidden, one.points, one.failed.tolist(), one.unnamed.tolist()) for one in checks]
        for id_, checks in table.checks.items()
    }


def test_who_failed_which_check_and_for_whom_no_mistake_was_named(connection: Connection, course: Course) -> None:
    some = keep(
        connection,
        worked("a", "double", "failed", failed=("doubles", "more"), mistakes=("squared",)),
        worked("b", "double", "failed", failed=("doubles",)),
        worked("c", "double", "failed", failed=("unknown",)),
        worked("d", "double", "not_started", failed=("doubles",)),
        worked("e", "double"),
    )
    publish(connection, *(entry(student, result) for student, result in zip("edcba", some, strict=True)))

    table = class_table(connection, course, ["double", "relu"])

    assert columns(table) == {
        "double": [
            ("doubles", Text("doubles", "2 倍にする"), False, 2.0, [3, 4], [3]),
            ("more", Text("doubles more", "もっと 2 倍にする"), True, 2.0, [4], []),
        ],
        "relu": [],
    }
    assert table.checks["double"][0].failed.dtype == table.checks["double"][0].unnamed.dtype == np.int32


def test_checks_of_an_exercise_that_is_gone_or_broken_are_none(
    connection: Connection, course: Course, tmp_path: Path
) -> None:
    made = load_course(make_course(tmp_path))
    (made.root / "exercises" / "01_first" / "double" / "checks.py").write_text("raise RuntimeError\n")

    assert columns(class_table(connection, made, ["double", "gone"])) == {"double": [], "gone": []}


def test_mistakes_are_told_most_frequent_first_in_the_words_of_when_they_were_named(
    connection: Connection, course: Course
) -> None:
    a_class(connection)
    more = keep(
        connection,
        *(worked(f"m{n}", "adam", "failed", mistakes=("sum",) if n < 3 else ("axis", "batch")) for n in range(5)),
    )
    publish(connection, *(entry(f"s{n}", one) for n, one in enumerate(more)))

    table = class_table(connection, course)

    assert {
        exercise: [(one.slug, one.text.en, one.students.tolist()) for one in found] for exercise, found in table.mistakes.items()
    } == {
        "relu": [("sign", "sign of a3.", [0, 1]), ("sum", "sum of b1.", [1])],
        "adam": [("sum", "sum of m0.", [4, 5, 6]), ("axis", "axis of m3.", [7, 8]), ("batch", "batch of m3.", [7, 8])],
    }  # fmt: skip
    assert table.mistakes["relu"][0].students.dtype == np.int32


def test_where_the_words_are(connection: Connection, course: Course) -> None:
    a_class(connection)

    sources = table_and_sources(connection, course)[1]

    assert dict(sources.unsolved) == {0: ["a3"], 1: ["e", "b1"]}
    assert dict(sources.examples) == {("relu", "sign"): ["a3", "b1"], ("relu", "sum"): ["b1"]}


def test_examples_are_a_few(connection: Connection, course: Course) -> None:
    some = keep(connection, *(worked(f"m{n}", status="failed", mistakes=("sign",)) for n in range(8)))
    publish(connection, *(entry(f"s{n}", one) for n, one in enumerate(some)))

    table, sources = table_and_sources(connection, course)

    assert sources.examples["relu", "sign"] == ["m0", "m1", "m2", "m3", "m4"]
    assert table.mistakes["relu"][0].students.tolist() == [*range(8)]


@pytest.mark.parametrize(("number", "kept"), [(4, ["a", "b"]), (5, ["b"])])
def test_of_very_many_students_only_results_without_a_mistake_are_read(
    connection: Connection, course: Course, number: int, kept: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of them those with a mistake say little more than the mistake."""
    monkeypatch.setattr(standing, "MANY", 4)
    a, b, c = keep(
        connection,
        worked("a", status="failed", mistakes=("sign",)),
        worked("b", status="failed"),
        worked("c", status="passed", mistakes=("x",)),
    )
    publish(connection, entry("s0", a), entry("s1", b), entry("s2", c), *(entry(f"s{n}") for n in range(3, number)))

    assert [key for keys in table_and_sources(connection, course)[1].unsolved.values() for key in keys] == kept


def test_there_are_very_many_from_a_thousand_on() -> None:
    assert (standing.MANY, standing.EXAMPLES) == (1000, 5)


def test_a_regrade_of_an_answer_is_no_attempt(connection: Connection, course: Course) -> None:
    """ann's answer is graded again and passes: it was right at her first attempt, which has those points."""
    one, again, other = keep(
        connection,
        worked("a", status="failed", score=1.0),
        worked("b", score=2.0, code="a"),
        worked("c", status="failed", score=0.5),
    )
    publish(connection, entry("ann", one))
    publish(connection, entry("ann", other))
    publish(connection, entry("ann", again))

    table = class_table(connection, course)

    assert (table.attempts[0, 0], table.solved[0, 0], table.first[0, 0], table.raw[0, 0]) == (2, 1, 2.0, 2.0)


def test_a_class_of_nobody(connection: Connection, course: Course) -> None:
    table = class_table(connection, course, ["relu"])

    assert (table.students, table.status.shape, table.total.shape) == ((), (0, 1), (0,))
    assert class_table(connection, course).exercises == () and RUN.exercises == ("relu", "adam")
