"""A gradebook in memory, for tests of what is read from its rows; `test_gradebook.py` has the real ones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine, insert

from grader.gradebook import book, tables, work
from grader.gradebook.book import Entry, Run
from grader.gradebook.records import Student
from grader.gradebook.work import Summary, Worked, summed_up
from grader.model import NOTHING, CheckResult, Diagnosis, ExerciseResult, Status, Text, file_answer, same

RUN = Run("2026-11-21T10:00:00+09:00", "aoki", "course", "downloads", ("relu", "adam"), 3, "gradkata 1")


@contextmanager
def gradebook(backwards: bool = False) -> Iterator[Connection]:
    """With `backwards` rows come in an order that nobody expects unless a query asks for one: as PostgreSQL may give them,
    and SQLite by itself and by its indexes does not."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        tables.METADATA.create_all(connection)
        if backwards:
            connection.exec_driver_sql("PRAGMA reverse_unordered_selects = ON")
            for table in tables.METADATA.tables.values():
                for index in table.indexes:
                    index.drop(connection)
        connection.execute(insert(tables.secrets).values(name="order", value="the secret"))
        yield connection
    engine.dispose()


def worked(
    base: str, exercise: str = "relu", status: Status = "passed", score: float = 2.0, most: float = 2.0, code: str = "", take: int = 0,
    failed: tuple[str, ...] = (), mistakes: tuple[str, ...] = (),
) -> Worked:  # fmt: skip
    """A result with this key; `code` tells answers apart, by default as the keys do."""
    checks = tuple(
        CheckResult(id_, same(id_), False, "failed" if id_ in failed else "passed", 0.0, 1.0, NOTHING, 0.1)
        for id_ in ("values", *failed)
        if id_ != "values" or "values" not in failed
    )
    named = tuple(
        Diagnosis(slug, "mistake", 1.0, Text(f"{slug} of {base}.", f"{base} の {slug}。"), same("?"))
        for slug in mistakes
    )
    result = ExerciseResult(exercise, "02_x", same(exercise), status, score, most, 0.1, NOTHING, (), checks, named)
    return Worked(base, take, file_answer("a.py", f"x = {code or base!r}\n"), result, "e1", "gradkata 1", 3, "isolated")


def keep(connection: Connection, *some: Worked) -> list[Summary]:
    """Write results and the answers that they are of."""
    for one in some:
        connection.execute(insert(tables.answers).prefix_with("OR IGNORE").values(**work.answer_row(one.answer)))
        connection.execute(insert(tables.results).values(**work.result_row(one)))
    return [summed_up(one) for one in some]


def entry(student: str | Student, *results: Summary, name: str = "a.zip", digest: str = "d", problem: Text = NOTHING, at: str = "", late: bool = False, notes: tuple[Text, ...] = ()) -> Entry:  # fmt: skip
    who = Student(student) if isinstance(student, str) else student
    return Entry(who, name, digest, at, late, problem, {one.exercise: one for one in results}, notes)


def publish(connection: Connection, *entries: Entry, run: Run = RUN) -> int:
    """A run in which every grade of the entries is another one."""
    changed = {(one.student.id, exercise) for one in entries for exercise in one.results}
    return book.publish(connection, run, entries, changed)
