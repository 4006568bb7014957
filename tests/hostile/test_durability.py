"""What is graded survives kills, full disks, folders that may not be written and gradebooks that somebody else holds."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from grader.checks.lab import Lab
from grader.checks.observe import observe
from grader.checks.oracle import Oracle
from grader.course.discover import load_course
from grader.errors import SandboxError
from grader.sandbox.launch import can_fork
from tests.conftest import ROOT, exercise
from tests.hostile.configurations import CONFIGURATIONS, Configuration
from tests.hostile.durability import run_killed
from tests.hostile.stage import stage, write_class
from tests.hostile.watched import Watched, watched

pytestmark = pytest.mark.skipif(not can_fork(), reason="kills are of Linux")

USER = CONFIGURATIONS[2]


def test_a_sandbox_that_fails_in_a_check_is_our_fault() -> None:
    """The zygote is killed, the worker with it, and the grader asks how it ended."""

    def exchange(request: bytes) -> bytes:
        raise SandboxError("the zygote does not answer")

    course = load_course(ROOT)
    chosen = exercise(course, "sigmoid")
    oracle = Oracle(course, chosen, 0)
    with pytest.raises(SandboxError):
        observe(oracle.checks[0], Lab(exchange, oracle.classes), oracle.draw(oracle.checks[0], 0))


def test_ten_kills_change_nothing(record_property: Any) -> None:
    outcome = run_killed(10, seed=1)
    record_property("hostile", f"{sum(outcome.kills.values())} kills in {outcome.runs} runs, {outcome.seconds:.0f} s")
    assert outcome.wrong == ()


@pytest.fixture
def folder() -> Iterator[Path]:
    """Of an ordinary user, whom modes of files concern."""
    with stage(USER) as made:
        write_class(made / "in", made / "course", [])
        for path in (made / "in").rglob("*"):
            USER.give(path)
        yield made


def graded(folder: Path, *options: str, limit: int = -1, configuration: Configuration = USER) -> Watched:
    command = configuration.command("class", "in", "double", "--course", "course", *options)
    if limit >= 0:  # no file may grow beyond so many bytes: a full disk, for this command alone
        command = ["/bin/sh", "-c", f'ulimit -f {limit} && trap "" XFSZ && exec "$0" "$@"', *command]
    return watched(command, folder, configuration.environment(folder))


def one_line_of_ours(ran: Watched) -> None:
    """Exit code 2 or 3, and one clear line of it."""
    said = [line for line in ran.stderr.splitlines() if line.startswith("grade: ")]
    assert ran.code in (2, 3) and len(said) == 1, (ran.code, ran.stderr)
    assert "Traceback" not in ran.stderr and ran.left == ()


def whole(book: Path) -> None:
    with closing(sqlite3.connect(book)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_folder_that_may_not_be_written(folder: Path) -> None:
    (folder / "closed").mkdir(mode=0o555)
    one_line_of_ours(graded(folder, "--db", "closed/book.sqlite3"))


def test_a_gradebook_that_may_not_be_written(folder: Path) -> None:
    assert graded(folder).code == 1
    os.chmod(folder / "gradebook.sqlite3", 0o444)
    os.chown(folder / "gradebook.sqlite3", 0, 0) if os.getuid() == 0 else None
    os.chmod(folder, 0o555)
    os.chown(folder, 0, 0) if os.getuid() == 0 else None
    one_line_of_ours(graded(folder))
    whole(folder / "gradebook.sqlite3")


def test_a_gradebook_that_is_none(folder: Path) -> None:
    (folder / "gradebook.sqlite3").write_bytes(b"not a database at all" * 1000)
    one_line_of_ours(graded(folder))
    assert (folder / "gradebook.sqlite3").read_bytes().startswith(b"not a database")


@pytest.mark.parametrize("blocks", [16, 64, 150])
def test_a_full_disk_while_grading(folder: Path, blocks: int) -> None:
    """It stops with a line; what was kept is whole, and with room again the same command ends well."""
    one_line_of_ours(graded(folder, limit=blocks))
    again = graded(folder)
    assert again.code == 1, again.stderr
    whole(folder / "gradebook.sqlite3")


def test_a_full_disk_for_the_output(folder: Path) -> None:
    """Grades are published all the same, or the command says why not."""
    ran = graded(folder, "--output", "/dev/full")
    assert ran.code in (1, 2, 3) and "Traceback" not in ran.stderr


def test_a_full_disk_for_the_report(folder: Path) -> None:
    """No half of a report is left."""
    assert graded(folder).code == 1
    ran = graded(folder, "--report", "report", limit=4)
    assert "Traceback" not in ran.stderr and ran.left == ()
    assert ran.code != 1 or (folder / "report" / "index.html").is_file()
    assert ran.code == 1 or not (folder / "report").exists()


def test_a_locked_gradebook(folder: Path) -> None:
    """It waits for a while, says who is waited for, and breaks nothing."""
    assert graded(folder).code == 1
    with closing(sqlite3.connect(folder / "gradebook.sqlite3", isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        ran = graded(folder, "--no-cache")
        connection.execute("ROLLBACK")
    one_line_of_ours(ran)
    assert graded(folder).code == 1
    whole(folder / "gradebook.sqlite3")
