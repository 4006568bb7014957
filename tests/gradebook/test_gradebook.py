"""The gradebook on both databases: its layout, what it refuses, and what several graders at once do to it."""

from __future__ import annotations

import multiprocessing
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, insert, select

from grader.gradebook import book, tables, work
from grader.gradebook import open as opening
from grader.gradebook.book import Entry, Run
from grader.gradebook.open import HEAD, GradebookError, open_gradebook, writing
from grader.gradebook.records import Adjustment, Student
from grader.gradebook.work import Keeper, Reading, Summary, Worked, summed_up
from grader.model import NOTHING, CheckResult, ExerciseResult, Status, Text, file_answer, same
from grader.record.fingerprint import answer_digest
from tests.databases import new_database

NASTY = "Robert'); DROP TABLE students;--\x00\ud800 田中\n太郎"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "book.sqlite3")
    return new_database(request.getfixturevalue("postgres"))


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    with open_gradebook(url) as opened:
        yield opened


def worked(base: str, status: Status = "passed", score: float = 2.0, take: int = 0, code: str = "") -> Worked:
    check = CheckResult("values", same("values"), False, status, score, 2.0, NOTHING, 0.1, output=NASTY)
    result = ExerciseResult("relu", "02_x", same("ReLU"), status, score, 2.0, 0.1, NOTHING, (), (check,), ())
    return Worked(
        base, take, file_answer("relu.py", f"{code or base} = 'あ'\n"), result, "checks", "gradkata 1", 0, "isolated"
    )


def keep(engine: Engine, *some: Worked) -> list[Summary]:
    with Keeper(engine) as keeper:
        keeper.keep_answers([one.answer for one in some])
        for one in some:
            keeper.keep_result(one)
    return [summed_up(one) for one in some]


def run(author: str = "aoki") -> Run:
    return Run("2026-11-21T10:00:00+09:00", author, "course", "downloads", ("relu",), 0, "gradkata 1")


def entry(student: str, result: Summary, name: str = "a.zip") -> Entry:
    return Entry(Student(student), name, "digest", "", False, NOTHING, {"relu": result})


def publish(connection: Connection, *entries: Entry, author: str = "aoki") -> int:
    return book.publish(connection, run(author), entries, {(one.student.id, "relu") for one in entries})


def test_the_migrations_make_what_the_code_expects(engine: Engine) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    folder = Path(tables.__file__).parent / "migrations"
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, tables.METADATA) == []
        assert context.get_current_revision() == HEAD == ScriptDirectory(str(folder)).get_current_head()


def test_a_gradebook_of_the_first_layout_is_brought_up_to_date(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {"run": 1, "student": "tanaka", "name": "a.zip", "digest": "digest", "at": "", "late": False, "problem_en": "", "problem_ja": ""}  # fmt: skip
    with monkeypatch.context() as older:
        older.setattr(opening, "HEAD", "0001")
        with open_gradebook(url) as engine, writing(engine) as connection:
            connection.execute(insert(tables.students).values(Student("tanaka")._asdict()))
            connection.execute(insert(tables.runs).values(run()._asdict() | {"exercises": "relu"}))
            connection.execute(insert(tables.hand_ins).values(before))

    with open_gradebook(url) as engine, writing(engine) as connection:
        assert book.handed_in(connection, ["relu"])["tanaka"].notes == ()
        said = Entry(Student("tanaka"), "a.zip", "digest", "", False, NOTHING, {}, (Text("a note", "メモ"),))
        publish(connection, said)

        assert book.handed_in(connection)["tanaka"].notes == said.notes
        assert len(connection.execute(select(tables.hand_ins)).all()) == 1


def test_what_is_kept_comes_back_as_it_was(engine: Engine) -> None:
    one = worked("k1", "failed", 0.5)
    [kept] = keep(engine, one)

    with engine.connect() as connection:
        assert work.summaries(connection, {"k1", "unknown"}) == {"k1": kept}
        assert work.detail(connection, "k1") == one.result._replace(answer=one.answer)


def test_a_reading_comes_back_as_it_was(engine: Engine) -> None:
    answer = file_answer("relu.py", "x")
    reading = Reading({"relu": answer_digest(answer)}, (Text("a note", "メモ"),), NOTHING)
    with Keeper(engine) as keeper:
        keeper.keep_reading("r", reading, [answer])

    with engine.connect() as connection:
        assert work.known_readings(connection, {"r", "s"}) == {"r": reading}
        assert work.source(connection, reading.answers["relu"]) == answer


def test_what_came_out_otherwise_the_second_time_is_another_result_and_the_first_stays(engine: Engine) -> None:
    first, second = keep(engine, worked("k", "timeout", 0.0), worked("k", "passed", 2.0, take=1, code="k"))

    with engine.connect() as connection:
        assert work.summaries(connection, {"k"}) == {"k": second}
        assert work.detail(connection, first.key).status == "timeout"


def test_a_grade_stands_until_a_newer_answer_and_what_is_no_answer_replaces_none(engine: Engine) -> None:
    good, better, stub, broken = keep(
        engine, worked("a", "failed", 1.0), worked("b"), worked("c", "not_started", 0.0), worked("d", "invalid", 0.0)
    )
    with writing(engine) as connection:
        for result in (stub, good, broken, stub):
            publish(connection, entry("tanaka", result))
        assert book.standing(connection)["tanaka", "relu"] == good
        publish(connection, entry("tanaka", better))

        assert book.standing(connection, {"tanaka"})["tanaka", "relu"] == better
        assert book.standing(connection, {"suzuki"}) == {}


def test_any_name_can_be_kept_and_none_does_harm(engine: Engine) -> None:
    [result] = keep(engine, worked("a"))
    with writing(engine) as connection:
        one = entry(NASTY, result, name=NASTY)
        publish(connection, one._replace(student=Student(NASTY, NASTY)))

        [student] = book.everybody(connection)
    assert "DROP TABLE" in student.id and "田中" in student.name and "\0" not in student.id


def test_the_newest_adjustment_of_a_kind_is_in_force_until_it_is_taken_back(engine: Engine) -> None:
    [result] = keep(engine, worked("a"))
    late = Adjustment("tanaka", "", "late", 0.2, "two days", "aoki", "2026-11-21T10:00:00+09:00")
    extra = late._replace(kind="extra", value=1.0, reason="a good question")
    with writing(engine) as connection:
        publish(connection, entry("tanaka", result))
        for one in (late, extra, late._replace(value=0.1, reason="one day")):
            book.adjust(connection, one)
        assert [(one.kind, one.value) for one in book.in_force(connection)] == [("extra", 1.0), ("late", 0.1)]
        book.adjust(connection, late._replace(reason="was ill"), take_back=True)

        assert book.in_force(connection) == (extra,)
        assert [one.adjustment.reason for one in book.decisions(connection, "tanaka")][-1] == "was ill"
        assert len(book.decisions(connection, "tanaka")) == 4


def test_what_fails_on_the_way_publishes_nothing(engine: Engine) -> None:
    [result] = keep(engine, worked("a"))
    with pytest.raises(RuntimeError), writing(engine) as connection:
        publish(connection, entry("tanaka", result))
        raise RuntimeError

    with engine.connect() as connection:
        assert book.everybody(connection) == ()


@pytest.mark.parametrize(("why", "records"), [(KeyboardInterrupt, 0), (MemoryError, 1)])
def test_an_interrupt_while_a_connection_is_put_away_is_no_traceback(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    why: type[BaseException],
    records: int,
) -> None:
    """It is raised all the same, and the command says it in one line. What else goes wrong there is still told."""

    def stopped(_: object) -> None:
        raise why

    with open_gradebook(str(tmp_path / "book.sqlite3")) as engine:
        connection = engine.raw_connection()
        monkeypatch.setattr(engine.dialect, "do_rollback", stopped)
        try:
            connection.close()
        except why:
            pass
        monkeypatch.undo()

    assert len([one for one in caplog.records if one.name.startswith("sqlalchemy.pool")]) == records


# --- several graders --------------------------------------------------------------------------------------

GRADERS, ROUNDS = 4, 12


def _grader(url: str, number: int, begin: object) -> None:
    begin.wait()  # type: ignore[attr-defined]
    with open_gradebook(url) as engine:
        for turn in range(ROUNDS):
            shared, own = keep(engine, worked(f"shared{turn}"), worked(f"own{number}.{turn}", "failed", 1.0))
            with writing(engine, alone=True) as connection:
                publish(
                    connection, entry("everybody's", shared), entry(f"student{number}", own), author=f"grader{number}"
                )


def test_several_graders_at_once_lose_nothing(url: str) -> None:
    """They all find an empty database, make it together, and write the same students and the same results."""
    context = multiprocessing.get_context("spawn")
    begin = context.Barrier(GRADERS)
    graders = [context.Process(target=_grader, args=(url, number, begin)) for number in range(GRADERS)]
    for one in graders:
        one.start()
    for one in graders:
        one.join()

    assert [one.exitcode for one in graders] == [0] * GRADERS
    with open_gradebook(url) as engine, engine.connect() as connection:
        graded = list(book.record(connection))
        assert len(graded) == GRADERS * ROUNDS * 2
        assert {one.id for one in book.everybody(connection)} == {
            "everybody's",
            *(f"student{n}" for n in range(GRADERS)),
        }
        for number in range(GRADERS):
            own = [one.result.key for one in graded if one.student == f"student{number}"]
            assert own == [f"own{number}.{turn}" for turn in range(ROUNDS)]
        numbers = {row.author for row in connection.execute(select(tables.runs.c.author))}
        assert numbers == {f"grader{n}" for n in range(GRADERS)}


# --- what is refused --------------------------------------------------------------------------------------


def _refusal(where: str, **more: bool) -> str:
    with pytest.raises(GradebookError) as caught, open_gradebook(where, **more):
        pass
    return caught.value.text.en


def _other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    connection.close()


def _newer(path: Path) -> None:
    with open_gradebook(str(path)):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.write_text("dear diary\n" * 500), "not a database"),
        (lambda path: path.mkdir(), "unable to open"),
        (_other_database, "no gradebook; name another"),
        (_newer, "newer gradkata; upgrade"),
    ],
)
def test_what_is_no_gradebook_is_said_in_a_line_and_left_alone(
    tmp_path: Path, make: Callable[[Path], object], said: str
) -> None:
    path = tmp_path / "book"
    make(path)
    before = path.read_bytes() if path.is_file() else b""

    message = _refusal(str(path))

    assert said in message
    assert str(path) in message
    assert "\n" not in message
    assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("postgresql://nobody:geheim@127.0.0.1:1/none", "refused"),
        ("mongodb://localhost/x", "driver"),
        ("sqlite:", "no gradebook"),
    ],
)
def test_a_database_that_cannot_be_had_is_said_in_a_line_without_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)

    message = _refusal(where, must_exist=True)

    assert said in message
    assert "geheim" not in message
    assert "\n" not in message
