"""What was worked out, by key. Whoever works out the same again gets the same, so a row is written once and never changed."""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Engine, Table, select

from grader.gradebook.open import writing
from grader.gradebook.tables import answers, readings, results
from grader.model import Answer, ExerciseResult, Status, Text
from grader.record.codec import read_answer, read_result, write_answer, write_result
from grader.record.fingerprint import answer_digest, answer_key

NAMED = ("slip", "mistake", "structure")  # what tells a student which mistake it is
_AT_ONCE = 64  # rows written in one transaction
_ASKED = 500  # keys in one query; SQLite once took no more than 999

_Item = TypeVar("_Item")


class Summary(NamedTuple):
    """A result without its words: what is compared, counted and published.

    Attributes:
        key: of the result.
        code: of the answer's code alone.
        exercise_key, environment: what it depends on besides the answer.
        failed: ids of checks that did not pass.
        mistakes: slugs that were named.
    """

    key: str
    take: int
    exercise: str
    code: str
    exercise_key: str
    environment: str
    seed: int
    sandbox: str
    status: Status
    score: float
    max_score: float
    failed: tuple[str, ...]
    mistakes: tuple[str, ...]

    @property
    def outcome(self) -> tuple[object, ...]:
        """What a student would notice."""
        return self.status, self.score, self.max_score, self.failed, self.mistakes


class Reading(NamedTuple):
    """What a hand-in holds: the keys of its answers by exercise, or why it cannot be read."""

    answers: dict[str, str]
    notes: tuple[Text, ...]
    problem: Text


class Worked(NamedTuple):
    """One answer with its result, and what the result depends on besides.

    Attributes:
        base: the key of all that.
        take: how often it was worked out before, and something else came out: a result that depends on the machine.
    """

    base: str
    take: int
    answer: Answer
    result: ExerciseResult
    exercise_key: str
    environment: str
    seed: int
    sandbox: str


def summed_up(one: Worked) -> Summary:
    result = one.result
    return Summary(
        key=f"{one.base}+{one.take}" if one.take else one.base,
        take=one.take,
        exercise=result.id,
        code=answer_key(one.answer),
        exercise_key=one.exercise_key,
        environment=one.environment,
        seed=one.seed,
        sandbox=one.sandbox,
        status=result.status,
        score=result.score,
        max_score=result.max_score,
        failed=tuple(check.id for check in result.checks if check.status != "passed"),
        mistakes=tuple(found.slug for found in result.diagnoses if found.kind in NAMED),
    )


def summaries(connection: Connection, bases: Collection[str]) -> dict[str, Summary]:
    """The newest results of these keys, as far as there are any."""
    query = select(results.c.base, *SUMMARY).join(answers, results.c.answer == answers.c.key).order_by(results.c.take)
    found = (
        row
        for some in portions(sorted(bases), _ASKED)
        for row in connection.execute(query.where(results.c.base.in_(some)))
    )
    return {row.base: summary(row) for row in found}


SUMMARY = (
    results.c.key, results.c.take, results.c.exercise, answers.c.code, results.c.exercise_key, results.c.environment, results.c.seed,
    results.c.sandbox, results.c.status, results.c.score, results.c.max_score, results.c.failed, results.c.mistakes,
)  # fmt: skip


def summary(row: Any) -> Summary:
    """A row that has the columns of a summary."""
    found = Summary(*(_shared(getattr(row, column.name)) for column in SUMMARY))
    return found._replace(failed=_words(row.failed), mistakes=_words(row.mistakes))


def _shared(value: Any) -> Any:
    """A class has 400,000 results and few different words in them."""
    return sys.intern(value) if type(value) is str else value


@lru_cache(1 << 14)
def _words(words: str) -> tuple[str, ...]:
    return tuple(words.split())


def detail(connection: Connection, key: str) -> ExerciseResult:
    """A result with all its words, and its answer."""
    query = select(results.c.detail, answers.c.source).join(answers, results.c.answer == answers.c.key)
    row = connection.execute(query.where(results.c.key == key)).one()
    return read_result(_unpack(row.detail))._replace(answer=read_answer(_unpack(row.source)))


def words_of(connection: Connection, keys: Sequence[str]) -> list[ExerciseResult]:
    """Results with all their words, and without their answers, in one query."""
    query = select(results.c.key, results.c.detail).where(results.c.key.in_(keys))
    found = {row.key: row.detail for row in connection.execute(query)}
    return [read_result(_unpack(found[key])) for key in keys]


def source(connection: Connection, key: str) -> Answer:
    """The answer of this key."""
    return read_answer(_unpack(connection.execute(select(answers.c.source).where(answers.c.key == key)).scalar_one()))


def known_readings(connection: Connection, keys: Collection[str]) -> dict[str, Reading]:
    """Those of the readings that are known."""
    found = (
        row
        for some in portions(sorted(keys), _ASKED)
        for row in connection.execute(select(readings).where(readings.c.key.in_(some)))
    )
    return {row.key: _reading(row.found) for row in found}


def answer_row(answer: Answer) -> dict[str, Any]:
    """A row of `answers`."""
    return {"key": answer_digest(answer), "code": answer_key(answer), "source": _pack(write_answer(answer))}


def result_row(one: Worked) -> dict[str, Any]:
    """A row of `results`."""
    row = summed_up(one)._asdict() | {"base": one.base, "answer": answer_digest(one.answer)}
    row |= {"failed": " ".join(row["failed"]), "mistakes": " ".join(row["mistakes"])}
    row |= {"detail": _pack(write_result(one.result))}
    del row["code"]
    return row


class Keeper:
    """Writes what is worked out, a few dozen at a time, and on leaving the rest, whatever the reason for leaving. What is there
    already stays as it is."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._rows: dict[Table, dict[str, dict[str, Any]]] = {answers: {}, results: {}, readings: {}}

    def __enter__(self) -> Keeper:
        return self

    def __exit__(self, *_: object) -> None:
        self._write()

    def keep_answers(self, some: Iterable[Answer]) -> None:
        for one in some:
            self._add(answers, answer_row(one))

    def keep_reading(self, key: str, reading: Reading, its_answers: Iterable[Answer]) -> None:
        self.keep_answers(its_answers)
        self._add(readings, {"key": key, "found": _pack(json.dumps(reading))})

    def keep_result(self, one: Worked) -> None:
        self._add(results, result_row(one))

    def _add(self, table: Table, row: dict[str, Any]) -> None:
        self._rows[table][row["key"]] = row
        if sum(map(len, self._rows.values())) >= _AT_ONCE:
            self._write()

    def _write(self) -> None:
        from sqlalchemy.dialects import postgresql, sqlite

        if not any(self._rows.values()):
            return
        with writing(self._engine) as connection:
            insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
            for table, rows in self._rows.items():  # answers first: results refer to them
                # in the order of keys, so that two graders never wait for each other in a circle
                some = [rows[key] for key in sorted(rows)]
                if some:
                    connection.execute(insert(table).on_conflict_do_nothing(), some)
                rows.clear()


def _reading(packed: bytes) -> Reading:
    found, notes, problem = json.loads(_unpack(packed))
    return Reading(found, tuple(Text(*note) for note in notes), Text(*problem))


def _pack(written: str) -> bytes:
    return zlib.compress(written.encode("ascii"), 3)  # `json` escapes what is not


def _unpack(packed: bytes) -> str:
    return zlib.decompress(packed).decode("ascii")


def portions(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
    """`items` in lists of `size`, the last of what is left (`itertools.batched`, from Python 3.12 on)."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
