"""What a learner has done, remembered in her workspace: results, attempts, hints. One SQLite file, `.gradkata/results.sqlite3`.

It is a help, never a condition, and a memory for its own owner only. In CI, where the workspace is somebody's hand-in, there
is none; a link, and what somebody else owns, is neither read nor written. What a store is made of must be ours word for
word: of a view or a virtual table SQLite gives whatever its maker wants to be true. A store that is damaged, or of a
layout that is not ours, is moved aside and a new one is begun; where nothing can be written, everything works and
nothing is remembered. Either is said in one line (`Store.problem`).
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, TypeVar

from grader.course.owner import in_ci, somebody_elses
from grader.model import NOTHING, Attempt, ExerciseResult, Text
from grader.record.codec import read_result, write_result
from grader.record.fingerprint import answer_key
from grader.status import MEANING, is_attempt
from grader.words import text

FOLDER = ".gradkata"
NAME = "results.sqlite3"
WAIT_S = 3.0  # for another `grade` that is writing
_PARTS = ("", "-journal", "-wal", "-shm")  # the files that SQLite makes one database of

# `PRAGMA user_version` says the layout. Whoever changes it raises VERSION and adds the statements to _MIGRATIONS.
VERSION = 1
_MIGRATIONS = {
    0: (
        "CREATE TABLE results "
        "(exercise TEXT PRIMARY KEY, key TEXT NOT NULL, sandbox TEXT NOT NULL, result TEXT NOT NULL)",
        "CREATE TABLE attempts (id INTEGER PRIMARY KEY, exercise TEXT NOT NULL, at TEXT NOT NULL, answer TEXT NOT NULL, "
        "status TEXT NOT NULL, score REAL NOT NULL, max_score REAL NOT NULL)",
        "CREATE TABLE hints (exercise TEXT PRIMARY KEY, level INTEGER NOT NULL)",
    ),
}


_Found = TypeVar("_Found")


class Remembered(NamedTuple):
    """
    Attributes:
        sandbox: the level at which it was graded.
    """

    result: ExerciseResult
    sandbox: str


class Store:
    """An open store. Use as a context manager. No method raises; `problem` says what went wrong, if anything did."""

    def __init__(self, connection: sqlite3.Connection, problem: Text = NOTHING) -> None:
        self.problem = problem
        self._connection = connection

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def recall(self, keys: Mapping[str, str]) -> dict[str, Remembered]:
        """The results, by exercise, of answers that have not changed: whose key is still that of `keys`."""

        def read() -> dict[str, Remembered]:
            query = "SELECT exercise, sandbox, result FROM results WHERE exercise = ? AND key = ?"
            rows = (row for pair in keys.items() for row in self._connection.execute(query, pair))
            return {exercise: Remembered(read_result(row), sandbox) for exercise, sandbox, row in rows}

        return self._do(read, {})

    def remember(self, keys: Mapping[str, str], results: Iterable[ExerciseResult], sandbox: str) -> None:
        """Keep `results`, and count as an attempt each whose answer or outcome is another than last time."""
        when = now()

        def write() -> None:
            with self._connection:
                for result in results:
                    self._keep(keys[result.id], result, sandbox)
                    self._count(result, when)

        self._do(write, None)

    def _keep(self, key: str, result: ExerciseResult, sandbox: str) -> None:
        if all(MEANING[status].steady for status in (result.status, *(check.status for check in result.checks))):
            row = (result.id, key, sandbox, write_result(result))
            self._connection.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", row)

    def _count(self, result: ExerciseResult, when: str) -> None:
        if not is_attempt(result.status) or result.answer is None:
            return
        outcome = (answer_key(result.answer), result.status, result.score, result.max_score)
        last = "SELECT answer, status, score, max_score FROM attempts WHERE exercise = ? ORDER BY id DESC LIMIT 1"
        if self._connection.execute(last, (result.id,)).fetchone() != outcome:
            self._connection.execute(
                "INSERT INTO attempts (exercise, at, answer, status, score, max_score) VALUES (?, ?, ?, ?, ?, ?)",
                (result.id, when, *outcome),
            )

    def attempts(self) -> tuple[Attempt, ...]:
        """Every attempt, in order of time."""
        query = "SELECT exercise, at, status, score, max_score FROM attempts ORDER BY id"
        return self._do(lambda: tuple(Attempt(*row) for row in self._connection.execute(query)), ())

    def passed(self) -> frozenset[str]:
        """The exercises that were passed at some time."""
        return frozenset(one.exercise for one in self.attempts() if one.status == "passed")

    def hints(self) -> dict[str, int]:
        """The highest hint that was looked at, by exercise."""
        return self._do(lambda: dict(self._connection.execute("SELECT exercise, level FROM hints").fetchall()), {})

    def saw_hint(self, exercise: str, level: int) -> None:
        """Remember that hint `level` was looked at."""

        def write() -> None:
            with self._connection:
                self._connection.execute(
                    "INSERT INTO hints VALUES (?, ?) ON CONFLICT DO UPDATE SET level = max(level, excluded.level)",
                    (exercise, level),
                )

        self._do(write, None)

    def _do(self, work: Callable[[], _Found], otherwise: _Found) -> _Found:
        try:
            return work()
        except (
            sqlite3.Error,
            ValueError,
            TypeError,
            RecursionError,
        ) as error:  # a full disk, a locked file, an odd row
            self.problem = _nothing_remembered(str(error))
            return otherwise


def open_store(home: Path) -> Store:
    """The store of the workspace at `home`, made if there is none, mended or moved aside if it must be."""
    if in_ci():
        return _forgetful()
    path = home / FOLDER / NAME
    try:
        if strange := _strange(home, path):
            return _forgetful(_nothing_remembered(strange))
        path.parent.mkdir(exist_ok=True)
        _ignore(path.parent)
        try:
            return Store(_connect(path))
        except (sqlite3.DatabaseError, _OtherLayout) as error:
            if isinstance(error, sqlite3.OperationalError):  # locked, or not ours to write: nothing is wrong with it
                raise
            aside = _move_aside(path)
            return Store(
                _connect(path),
                text(
                    "the record of your results could not be read ({error}); it is kept as {aside}, and a new one is "
                    "begun.",
                    error=error,
                    aside=aside.name,
                ),
            )
    except (OSError, sqlite3.Error) as error:
        return _forgetful(_nothing_remembered(str(error)))


def _forgetful(why: Text = NOTHING) -> Store:
    """A store that knows nothing and keeps nothing."""
    return Store(_empty(), why)


def _empty() -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:")
    _migrate(memory)
    return memory


def _strange(home: Path, path: Path) -> Text:
    """Why what is at `path` is neither believed nor written to; NOTHING if it may be."""
    files = [path.with_name(path.name + part) for part in _PARTS]
    ours = frozenset({os.getuid()}) if hasattr(os, "getuid") else None
    for one in (path.parent, *files):
        if not _is_plain(one, is_folder=one == path.parent):
            return text("{path} is a link, or no ordinary file", path=one)
    if foreign := somebody_elses((home.resolve(), path.parent, *files), ours):
        return text("{path} is somebody else's", path=foreign)
    return NOTHING


def _is_plain(path: Path, is_folder: bool) -> bool:
    """Whether it is itself, and not another name of something elsewhere. What is not there is neither: another grader may have
    done with its journal this moment."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return True
    if is_folder:
        return stat.S_ISDIR(found.st_mode) and not getattr(path, "is_junction", bool)()
    return stat.S_ISREG(found.st_mode) and found.st_nlink == 1


def now() -> str:
    """Local time with its offset, to the second, as ISO 8601."""
    moment = time.strftime("%Y-%m-%dT%H:%M:%S%z")
    return f"{moment[:-2]}:{moment[-2:]}"


class _OtherLayout(Exception):
    """The file is a database, and none of ours."""


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT_S)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        _migrate(connection)
        # before anything looks into a table: this list runs nothing of what it names
        if _made_of(connection) != _ours():
            raise _OtherLayout("it is not of gradkata")
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("database disk image is malformed")
    except BaseException:
        connection.close()
        raise
    return connection


def _made_of(connection: sqlite3.Connection) -> list[tuple[str, str, str, str]]:
    """Every table, index, view and trigger, word for word."""
    return sorted(connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master"))


@cache
def _ours() -> list[tuple[str, str, str, str]]:
    return _made_of(_empty())


def _migrate(connection: sqlite3.Connection) -> None:
    if _layout(connection) == VERSION:
        return
    with connection:
        # Another `grade` may be at it: only who holds the file may look at what is there and go by it.
        connection.execute("BEGIN IMMEDIATE")
        version = _layout(connection)
        if version > VERSION:
            raise _OtherLayout("it was written by a newer gradkata")
        if version == 0 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
            raise _OtherLayout("it is not of gradkata")
        for step in range(version, VERSION):
            for statement in _MIGRATIONS[step]:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _layout(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _move_aside(path: Path) -> Path:
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.name}.old{number}")):
        number += 1
    for part in _PARTS:  # a journal that stayed would be played back into the new one
        if os.path.lexists(file := path.with_name(path.name + part)):
            file.replace(aside.with_name(aside.name + part))
    return aside


def _ignore(folder: Path) -> None:
    """What is remembered is nobody else's: git leaves the folder alone. A link that stands there is not followed."""
    try:
        with (folder / ".gitignore").open("x", encoding="utf-8") as stream:
            stream.write("*\n")
    except FileExistsError:
        pass  # as on every day but the first


def _nothing_remembered(why: str | Text) -> Text:
    return text("results cannot be remembered here ({why}); grading works all the same.", why=why)
