"""Opens a gradebook, makes it if there is none, and brings an older one up to date.

A gradebook is a record: unlike a learner's store (`grader/record/store.py`) it is never moved aside or begun anew. What cannot be read
is said in one line, and nothing is touched.
"""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy import text as sql
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from grader.errors import TextError
from grader.words import text

HEAD = "0002"  # the newest of `migrations/versions`; here, so that opening a gradebook need not load Alembic
WAIT_S = 30  # for another grader that is writing to the same SQLite file
_LOOK_AGAIN_S = 0.02
_COPIES = 20  # tries to copy one while nobody writes to it
_LOCK = 0x67726164  # "grad": what two graders on PostgreSQL wait for each other by


class GradebookError(TextError):
    """The gradebook cannot be used."""


@contextmanager
def open_gradebook(where: str, must_exist: bool = False) -> Iterator[Engine]:
    """An open gradebook: `where` is a file or the URL of a database. Of a file that cannot be written to (a read-only disk, a
    colleague's folder) a copy is read. Raises GradebookError, also for what goes wrong later."""
    url = _url(where)
    file = Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
    if must_exist and file and not file.is_file():
        raise GradebookError(
            text("{where}: there is no gradebook. `grade class SUBMISSIONS` makes one; --db names another.", where=file)
        )
    try:
        with ExitStack() as stack:
            is_copy = file is not None and file.is_file() and not _can_be_written(file)
            if is_copy:
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
                engine = _engine(url.set(database=str(_copied(file, folder))))  # type: ignore[arg-type]
            else:
                engine = _engine(url)
            stack.callback(engine.dispose)
            _bring_up_to_date(engine)
            if is_copy:
                _refuse_to_write(engine, shown(url))
            yield engine
    except (NoSuchModuleError, ModuleNotFoundError):
        raise GradebookError(
            text(
                "{where}: the driver for this database is missing. For PostgreSQL: pip install 'gradkata[postgres]'.",
                where=shown(url),
            )
        ) from None
    except (SQLAlchemyError, sqlite3.Error) as error:
        said = str(error.orig if isinstance(error, DBAPIError) else error).strip().split("\n")[0]
        raise GradebookError(text("the gradebook {where}: {said}", where=shown(url), said=said)) from error


def _can_be_written(file: Path) -> bool:
    """SQLite writes beside the file, too."""
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)


def _copied(file: Path, folder: Path) -> Path:
    """A copy of a gradebook and of what was not moved into it yet, of one moment: who may write may do so meanwhile. Raises
    GradebookError."""
    parts = [file, file.with_name(f"{file.name}-wal")]
    for _ in range(_COPIES):
        before = [_stamp(part) for part in parts]
        try:
            for part in parts:
                (folder / part.name).unlink(missing_ok=True)
                if part.exists():
                    shutil.copyfile(part, folder / part.name)
        except OSError as error:
            raise GradebookError(text("the gradebook {where}: {said}", where=file, said=error.strerror)) from None
        if before == [_stamp(part) for part in parts]:
            return folder / file.name
    raise GradebookError(text("the gradebook {where} is being written to all the time; try again later.", where=file))


def _stamp(part: Path) -> tuple[int, int] | None:
    try:
        found = part.stat()
    except FileNotFoundError:
        return None
    return found.st_size, found.st_mtime_ns


def _refuse_to_write(engine: Engine, where: str) -> None:
    @event.listens_for(engine, "begin")
    def began(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            raise GradebookError(
                text("the gradebook {where} can be read here, and not be written to; nothing was changed.", where=where)
            )


def shown(url: URL) -> str:
    """A URL for people: without its password, and a SQLite file as a path."""
    return url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def _url(where: str) -> URL:
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        url = make_url(where)
    except ArgumentError:
        raise GradebookError(
            text("{where} is no URL of a database; write sqlite:///FILE or postgresql://USER@HOST/NAME.", where=where)
        ) from None
    known = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}
    return url.set(drivername=known.get(url.drivername, url.drivername))


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return _quiet(create_engine(url))  # `reading` asks for one state of it
    engine = _quiet(create_engine(url, connect_args={"timeout": WAIT_S}))

    # sqlite3 begins transactions when it sees fit; these begin where ours do, and those that write wait for each other there.
    @event.listens_for(engine, "connect")
    def connected(connection: Any, _: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def began(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


def _quiet(engine: Engine) -> Engine:
    pool = type(engine.pool)
    logging.getLogger(f"{pool.__module__}.{pool.__name__}").addFilter(_is_no_interrupt)  # SQLAlchemy's name for it
    return engine


def _is_no_interrupt(record: logging.LogRecord) -> bool:
    """Whether the pool has something to say: who interrupts while it puts a connection away is told so by the command, and
    needs no traceback beside it."""
    return not (record.exc_info and isinstance(record.exc_info[1], KeyboardInterrupt))


@contextmanager
def writing(engine: Engine, alone: bool = False) -> Iterator[Connection]:
    """A transaction that writes. With `alone` it waits until no other grader is in such a one: what it reads stays true."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if alone and connection.dialect.name == "postgresql":
            connection.execute(sql("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the gradebook, whatever others publish meanwhile."""
    more = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with engine.connect().execution_options(**more) as connection:
        yield connection


def _bring_up_to_date(engine: Engine) -> None:
    with engine.connect() as connection:
        if _version(connection) == HEAD:
            return
    # Of several graders that come to a new database one makes the tables.
    with writing(engine, alone=True) as connection:
        version = _version(connection)
        if version == HEAD:
            return
        if version is None and inspect(connection).get_table_names():
            raise GradebookError(
                text("{where} is a database, and no gradebook; name another one.", where=shown(engine.url))
            )
        if version is not None and version > HEAD:
            raise GradebookError(
                text("{where} was written by a newer gradkata; upgrade this one.", where=shown(engine.url))
            )
        _upgrade(connection)
    if engine.dialect.name == "sqlite":
        _write_ahead(engine)


def _write_ahead(engine: Engine) -> None:
    """Keep a log of writes beside the file, so that who reads for long (a report of thousands) keeps nobody from writing.

    For this one change SQLite does not wait until nobody else is in the file, whatever its timeout says.
    """
    give_up_at = time.monotonic() + WAIT_S
    raw = engine.raw_connection()
    try:
        while True:
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError:
                if time.monotonic() > give_up_at:
                    raise
                time.sleep(_LOOK_AGAIN_S)
    finally:
        raw.close()


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(sql("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found is not None else None


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).resolve().parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
