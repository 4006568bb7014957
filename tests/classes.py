"""Running `grade class` in tests, and what two runs of it must have in common."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

RIGHT = "def double(x):\n    return x * 2\n"
WRONG = "def double(x):\n    return x * x\n"
GRADE = (sys.executable, "-m", "grader")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"}


HANG_S = 900.0  # many times what the largest class takes: what hangs is to fail


def grade(folder: Path, *arguments: object, code: int | None = 0) -> subprocess.CompletedProcess[str]:
    """The command, run in `folder`."""
    done = subprocess.run(
        [*GRADE, *map(str, arguments)], cwd=folder, env=ENVIRONMENT, text=True, encoding="utf-8", capture_output=True, check=False, timeout=HANG_S
    )  # fmt: skip
    assert code in (None, done.returncode), done.stderr + done.stdout
    return done


def grade_class(folder: Path, *arguments: object, code: int | None = 1) -> dict[str, Any]:
    """The JSON of `grade class`, without the seconds that it took."""
    done = grade(folder, "class", *arguments, "--format", "json", code=code)
    document: dict[str, Any] = without_seconds(json.loads(done.stdout))
    return document


def without_seconds(document: Any) -> Any:
    """The same document without how long anything took: all else is the same in every run."""
    if isinstance(document, dict):
        return {key: without_seconds(value) for key, value in document.items() if key != "duration_s"}
    return [without_seconds(one) for one in document] if isinstance(document, list) else document


def statuses(document: dict[str, Any]) -> dict[tuple[str, str], str]:
    """By student and exercise."""
    return {
        (one["student"], exercise["id"]): exercise["status"]
        for one in document["submissions"]
        for exercise in one["exercises"]
    }


def small_class(folder: Path, *more: object, code: int = 1) -> str:
    """What is printed when the fixture `small` is graded."""
    return grade(folder, "class", "in", "--course", "course", *more, code=code).stdout


def scores(folder: Path) -> dict[str, float]:
    """By student of `small`, as the export has them."""
    table = grade(folder, "export", "csv", "--course", "course").stdout.lstrip("\ufeff").splitlines()
    heading = table[0].split(",")
    rows = [dict(zip(heading, row.split(","), strict=False)) for row in table[1:]]
    return {row["student"]: float(row["score"] or "nan") for row in rows}


# Where the tests run in the background of a script SIGINT is ignored, and whoever is started by them inherits that.
HEEDS_INTERRUPTS = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from grader.cli import main; main()"
)


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", HEEDS_INTERRUPTS, "class", *arguments], cwd=folder, env=ENVIRONMENT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip
    with process:
        yield process


def results(book: Path) -> int:
    """How many results a gradebook holds so far."""
    if not book.is_file():
        return 0
    with closing(sqlite3.connect(f"file:{book}?mode=ro", uri=True, timeout=30)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM results").fetchone()[0])
        except sqlite3.OperationalError:  # not made yet
            return 0


def wait_for(condition: Any, process: subprocess.Popen[str]) -> None:
    while not condition():
        assert process.poll() is None, process.communicate()
        time.sleep(0.02)
