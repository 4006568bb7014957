"""What a gradebook's rows say: grades that stand, who is who, what was handed in, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Table, event, insert, select

from grader.gradebook import book, tables
from grader.gradebook.book import Decision, HandedIn, Published, standing_of, stands
from grader.gradebook.records import Adjustment, Student
from grader.gradebook.work import summed_up
from grader.model import NOTHING, Status, Text, same
from grader.status import STATUSES
from tests.gradebook.memory import RUN, entry, gradebook, keep, publish, worked


@pytest.fixture(params=[False, True], ids=["forwards", "backwards"])
def connection(request: pytest.FixtureRequest) -> Iterator[Connection]:
    with gradebook(request.param) as opened:
        yield opened


def rows(connection: Connection, table: Table) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute(select(table).order_by(table.c.id))]


# --- which result stands ------------------------------------------------------------------------------------------

ANSWERS = (
    "passed",
    "failed",
    "error",
    "timeout",
    "memory",
    "crashed",
    "exited",
    "protocol",
    "output_limit",
    "forbidden",
)


@pytest.mark.parametrize("old", STATUSES)
@pytest.mark.parametrize("new", STATUSES)
def test_an_answer_stands_and_what_is_none_replaces_none(new: Status, old: Status) -> None:
    one, other = (summed_up(worked(status, status=status)) for status in (new, old))

    assert stands(one, None)
    if new in ANSWERS:
        assert stands(one, other)
    elif new == "grader_error" or old in ANSWERS:
        assert not stands(one, other)
    else:
        assert stands(one, other)


def test_of_several_results_the_newest_answer_stands(connection: Connection) -> None:
    first, second, stub, other = keep(
        connection,
        worked("a", status="failed"),
        worked("b"),
        worked("c", status="not_started"),
        worked("d", "adam", status="missing"),
    )

    assert standing_of([first, second, stub, other]) == {"relu": second, "adam": other}
    assert standing_of([stub, first]) == {"relu": first}
    assert standing_of([]) == {}


def test_the_record_is_by_student_and_exercise_oldest_first(connection: Connection) -> None:
    a, b, c = keep(connection, worked("a"), worked("b"), worked("c", "adam"))
    publish(connection, entry("ben", a, c), entry("ann", b))
    publish(connection, entry("ben", b), entry("ann", a))

    expected = [
        Published("ann", 1, b), Published("ann", 2, a), Published("ben", 1, c), Published("ben", 1, a), Published("ben", 2, b),
    ]  # fmt: skip
    assert list(book.record(connection)) == expected
    assert list(book.record(connection, {"ben"})) == expected[2:]
    assert list(book.record(connection, ["nobody"])) == list(book.record(connection, [])) == []
    assert book.standing(connection) == {("ann", "relu"): a, ("ben", "adam"): c, ("ben", "relu"): b}
    assert book.standing(connection, {"ann"}) == {("ann", "relu"): a}
    assert book.standing_by_student(connection) == {"ann": {"relu": a}, "ben": {"adam": c, "relu": b}}
    assert book.standing_by_student(connection, {"ann"}) == {"ann": {"relu": a}}


@pytest.mark.parametrize(("number", "named"), [(500, True), (501, False)])
def test_many_are_looked_up_by_reading_all(connection: Connection, number: int, named: bool) -> None:
    """More names than a query should hold; those who were not asked for are left out all the same."""
    [a] = keep(connection, worked("a"))
    publish(connection, entry("ann", a), entry("zoe", a))
    asked: list[object] = []

    def ask(*query: object) -> None:
        asked.append(query)

    event.listen(connection, "before_cursor_execute", ask)
    found = list(book.record(connection, ["ann", *(f"s{n}" for n in range(number - 1))]))
    event.remove(connection, "before_cursor_execute", ask)

    assert [one.student for one in found] == ["ann"]
    assert (" IN (" in str(asked[0])) is named


# --- publishing ---------------------------------------------------------------------------------------------------


def test_a_run_is_written_as_it_was(connection: Connection) -> None:
    number = publish(connection, run=RUN._replace(exercises=("relu", "adam")))

    assert number == 1 and publish(connection) == 2
    assert rows(connection, tables.runs)[0] == (
        1, "2026-11-21T10:00:00+09:00", "aoki", "course", "downloads", "relu adam", 3, "gradkata 1",
    )  # fmt: skip
    assert book.runs_of(connection, [2, 1, 9]) == {1: RUN, 2: RUN}
    assert book.runs_of(connection, [2]) == {2: RUN} and book.runs_of(connection, []) == {}


def test_grades_are_written_where_they_changed(connection: Connection) -> None:
    a, b, c = keep(connection, worked("a"), worked("b", "adam"), worked("c"))

    book.publish(
        connection,
        RUN,
        iter([entry("ann", a, b), entry("ben", c)]),
        {("ann", "adam"), ("ben", "relu"), ("ben", "adam")},
    )

    assert rows(connection, tables.grades) == [(1, 1, "ann", "adam", "b"), (2, 1, "ben", "relu", "c")]


def test_a_hand_in_is_written_whenever_it_is_another(connection: Connection) -> None:
    broken = Text("it is no zip.", "zip ではありません。")
    first = entry("ann", at="10:00", late=True)
    publish(connection, first, entry("ben", digest=""), entry("cyd", problem=broken))
    publish(connection, first, entry("cyd", problem=broken))  # as before
    publish(connection, entry("ann", name="b.zip"))
    publish(connection, entry("ann", name="b.zip", digest="e"))
    publish(connection, entry("ann", name="b.zip", digest="e", problem=broken))
    publish(connection, entry("ann", name="b.zip", digest="e", problem=broken), entry("cyd"))

    assert rows(connection, tables.hand_ins) == [
        (1, 1, "ann", "a.zip", "d", "10:00", True, "", "", "[]", "relu adam"),
        (2, 1, "cyd", "a.zip", "d", "", False, "it is no zip.", "zip ではありません。", "[]", "relu adam"),
        (3, 3, "ann", "b.zip", "d", "", False, "", "", "[]", "relu adam"),
        (4, 4, "ann", "b.zip", "e", "", False, "", "", "[]", "relu adam"),
        (5, 5, "ann", "b.zip", "e", "", False, "it is no zip.", "zip ではありません。", "[]", "relu adam"),
        (6, 6, "cyd", "a.zip", "d", "", False, "", "", "[]", "relu adam"),
    ]
    assert book.handed_in(connection) == {
        "ann": HandedIn("ann", "b.zip", "", False, broken),
        "cyd": HandedIn("cyd", "a.zip", "", False, NOTHING),
    }


def test_what_is_said_of_a_hand_in_is_what_the_newest_run_says_and_no_new_hand_in(connection: Connection) -> None:
    odd = Text("not used: \ud800\0.png.", "使われていません。")
    publish(
        connection,
        entry("ann", notes=(odd,)),
        entry("ben", notes=(odd, same("b"))),
        entry("cyd", digest="", notes=(odd,)),
    )
    assert {id_: one.notes for id_, one in book.handed_in(connection).items()} == {
        "ann": (odd,),
        "ben": (odd, same("b")),
    }
    publish(connection, entry("ann", notes=(same("otherwise"),)), entry("ben"))

    assert {id_: one.notes for id_, one in book.handed_in(connection).items()} == {
        "ann": (same("otherwise"),),
        "ben": (),
    }
    assert [(row[1], row[2]) for row in rows(connection, tables.hand_ins)] == [(1, "ann"), (1, "ben")]

    publish(connection, entry("ann", digest="e", notes=(odd,)))
    said = [(row[2], row[-2] == "[]") for row in rows(connection, tables.hand_ins)]
    assert said == [("ann", False), ("ben", True), ("ann", False)]  # of the older one it is still said
    assert book.handed_in(connection)["ann"].notes == (odd,)


def test_a_hand_in_is_for_the_exercises_of_the_runs_that_it_came_to(connection: Connection) -> None:
    """What came last week is nothing for this week; the same files asked for more are the same hand-in."""
    first, second = RUN._replace(exercises=("relu",)), RUN._replace(exercises=("adam",))
    publish(connection, entry("ann"), entry("ben"), run=first)
    publish(connection, entry("ann", digest=""), entry("ben"), run=second)

    assert set(book.handed_in(connection)) == set(book.handed_in(connection, ["relu"])) == {"ann", "ben"}
    assert set(book.handed_in(connection, ["adam"])) == {"ben"}
    assert len(rows(connection, tables.hand_ins)) == 2


def test_names_that_no_database_takes_are_still_the_same_hand_in(connection: Connection) -> None:
    odd = entry("ann", name="a\0b\ud800.zip", problem=same("odd \0"))
    publish(connection, odd)
    publish(connection, odd)

    assert len(rows(connection, tables.hand_ins)) == 1


def test_who_was_late_with_the_newest_hand_in(connection: Connection) -> None:
    publish(connection, entry("ann", late=True), entry("ben", late=True), entry("cyd"))
    publish(
        connection, entry("ben", digest="e"), entry("cyd", digest="e", late=True), run=RUN._replace(exercises=("adam",))
    )

    assert book.late_hand_ins(connection) == {"ann": ("relu", "adam"), "cyd": ("adam",)}


def test_the_exercises_that_count_are_those_of_the_newest_run(connection: Connection) -> None:
    assert book.counting(connection) == ()
    publish(connection)
    assert book.counting(connection) == ("relu", "adam")
    publish(connection, run=RUN._replace(exercises=("conv",)))
    assert book.counting(connection) == ("conv",)
    publish(connection, run=RUN._replace(exercises=()))
    assert book.counting(connection) == ()


def test_the_points_of_an_exercise_are_the_most_that_could_be_had_in_a_grade(connection: Connection) -> None:
    a, b, c = keep(connection, worked("a", most=4.0), worked("b", most=7.0), worked("c", "adam", most=3.0))
    keep(connection, worked("d", "adam", most=9.0))
    publish(connection, entry("ann", a, c))
    publish(connection, entry("ann", b))
    publish(connection, entry("ann", a))

    assert book.points_of(connection) == {"relu": 7.0, "adam": 3.0}


# --- who they are -------------------------------------------------------------------------------------------------

ANN = Student("ann", "Ann", "ann@x.jp", "A", "101", "ann-x")


def test_everybody_is_known_by_id(connection: Connection) -> None:
    publish(connection, entry("zoe"), entry(ANN), entry("ben"))

    assert book.everybody(connection) == (ANN, Student("ben"), Student("zoe"))


def test_what_is_said_of_a_person_later_is_newer_and_nothing_is_forgotten(connection: Connection) -> None:
    publish(connection, entry(ANN))
    publish(connection, entry("ann"))  # a download without a roster
    assert book.everybody(connection) == (ANN,)

    publish(connection, entry(Student("ann", "Ann Lee", section="B")), entry("ben"))
    assert book.everybody(connection) == (ANN._replace(name="Ann Lee", section="B"), Student("ben"))


def test_only_who_was_named_is_changed(connection: Connection) -> None:
    publish(connection, entry(ANN), entry("ben"))
    publish(connection, entry(Student("ben", "Ben")))

    assert book.everybody(connection) == (ANN, Student("ben", "Ben"))


def test_who_is_here_under_another_id(connection: Connection) -> None:
    publish(
        connection,
        entry(ANN),
        entry(Student("ben", email="ben@x.jp")),
        entry(Student("cyd", lms_id="103")),
        entry("dan"),
    )
    asked = [
        Student("s1", email="ann@x.jp"), Student("s2", lms_id="103"), Student("s3", email="ben@x.jp", lms_id="999"), Student("s4", "Dan"),
        Student("s5", lms_id="101"), Student("s6", email="new@x.jp"),
    ]  # fmt: skip

    assert book.otherwise_known(connection, asked) == {"s1": "ann", "s2": "cyd", "s3": "ben", "s5": "ann"}


def test_who_is_among_those_that_are_asked_for_is_nobody_else(connection: Connection) -> None:
    publish(connection, entry(ANN))

    assert book.otherwise_known(connection, [ANN, Student("s1", email="ann@x.jp")]) == {}


def test_a_mark_that_is_empty_is_nobodys(connection: Connection) -> None:
    publish(connection, entry("ann"))

    assert book.otherwise_known(connection, [Student("s1")]) == {}


def test_the_secret_is_the_gradebooks_own(connection: Connection) -> None:
    connection.execute(insert(tables.secrets).values(name="another", value="x"))

    assert book.secret(connection) == "the secret"


# --- adjustments --------------------------------------------------------------------------------------------------

LATE = Adjustment("ann", "relu", "late", 0.2, "two days", "aoki", "2026-11-21")


def test_the_newest_adjustment_of_a_student_exercise_and_kind_is_in_force(connection: Connection) -> None:
    others = [
        LATE._replace(kind="extra", value=1.0), LATE._replace(exercise="", value=0.3), LATE._replace(student="ben", value=0.4),
        LATE._replace(student="ben", exercise="adam", value=0.5),
    ]  # fmt: skip
    publish(connection, entry("ann"), entry("ben"))
    extra = others[0]._replace(value=2.0)
    for one in (LATE, *others, LATE._replace(value=0.1, reason="one day"), extra):
        book.adjust(connection, one)

    assert book.in_force(connection) == (
        others[1], extra, LATE._replace(value=0.1, reason="one day"), others[3], others[2],
    )  # fmt: skip


def test_what_is_taken_back_counts_no_longer_and_stays_written(connection: Connection) -> None:
    publish(connection, entry("ann"), entry("ben"))
    book.adjust(connection, LATE)
    book.adjust(connection, LATE._replace(student="ben", value=0.4))
    book.adjust(connection, LATE._replace(reason="a mistake", author="baba"), take_back=True)

    assert book.in_force(connection) == (LATE._replace(student="ben", value=0.4),)
    assert book.decisions(connection, "ann") == (
        Decision(LATE, False),
        Decision(LATE._replace(value=0.0, reason="a mistake", author="baba"), True),
    )
    book.adjust(connection, LATE._replace(value=0.5))
    assert book.in_force(connection)[0] == LATE._replace(value=0.5)
    assert len(book.decisions(connection, "ann")) == 3 and book.decisions(connection, "nobody") == ()


def test_an_adjustment_of_nothing_is_one_all_the_same(connection: Connection) -> None:
    publish(connection, entry("ann"))
    book.adjust(connection, LATE._replace(kind="override", value=0.0))

    assert book.in_force(connection) == (LATE._replace(kind="override", value=0.0),)
    assert book.decisions(connection, "ann")[0].taken_back is False
