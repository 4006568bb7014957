"""A gradebook where nothing can be written: what is asked of it is answered, and what would change it is refused."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from grader.gradebook import open as opening
from grader.gradebook.open import GradebookError, open_gradebook, writing
from tests.classes import ENVIRONMENT, GRADE, grade

if sys.platform != "linux":
    pytest.skip("disks are mounted read-only with Linux's commands here", allow_module_level=True)

MOUNTED = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" "$0" && cd "$0" && exec "$@"'


@pytest.fixture
def graded(small: Path) -> Path:
    """A folder with the gradebook of `small`."""
    grade(small, "class", "in", "--course", "course", code=1)
    return small


def on_a_read_only_disk(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in `folder`, in which nobody can write; who is not root takes the right to write away."""
    command = [*GRADE, *arguments]
    if os.geteuid() == 0:
        command = ["unshare", "-m", "sh", "-c", MOUNTED, str(folder), *command]
    else:
        folder.chmod(0o555)
    try:
        return subprocess.run(command, cwd=folder, env=ENVIRONMENT, text=True, capture_output=True, check=False)
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize("arguments", [("export", "csv"), ("why", "ann"), ("export", "csv", "--output", "-")])
def test_what_is_asked_is_answered(graded: Path, arguments: tuple[str, ...]) -> None:
    arguments = (*arguments, "--course", "course")
    expected = grade(graded, *arguments).stdout

    ran = on_a_read_only_disk(graded, *arguments)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == expected and "ann" in expected
    assert not (graded / "-").exists()


def test_what_would_change_it_is_refused_in_one_line(graded: Path) -> None:
    ran = on_a_read_only_disk(graded, "adjust", "ann", "--points", "1", "--reason", "x", "--course", "course")

    assert ran.returncode != 0 and ran.stderr.count("\n") == 1
    assert "can be read here, and not be written to; nothing was changed" in ran.stderr
    assert "1/4" not in grade(graded, "why", "ann", "--course", "course").stdout


def test_what_another_writes_at_the_moment_is_read_too(graded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It lies beside the file until that one has done."""
    book = graded / "gradebook.sqlite3"
    monkeypatch.setattr(opening, "_can_be_written", lambda file: False)
    with closing(sqlite3.connect(book)) as other:
        other.execute("CREATE TABLE another (number)")
        other.execute("INSERT INTO another VALUES (42)")
        other.commit()
        assert (graded / "gradebook.sqlite3-wal").stat().st_size
        with open_gradebook(str(book)) as engine, engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT number FROM another").scalar() == 42
        with (
            pytest.raises(GradebookError, match="not be written"),
            open_gradebook(str(book)) as engine,
            writing(engine),
        ):
            raise AssertionError("it was opened for writing")


def test_a_copy_is_of_one_moment(graded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is written to all the time, nothing half is read."""
    book = graded / "gradebook.sqlite3"
    times = iter(range(10**6))
    monkeypatch.setattr(opening, "_stamp", lambda part: (0, next(times)))
    (tmp_path / "copy").mkdir()

    with pytest.raises(GradebookError, match="all the time"):
        opening._copied(book, tmp_path / "copy")
