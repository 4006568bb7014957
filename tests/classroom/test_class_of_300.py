"""A class of 300, graded in three ways: with SQLite, with PostgreSQL, and by a Dask cluster that loses a worker. All three must
give the same, and exactly what is due."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.class_maker import Expected, make_class
from tests.classes import ENVIRONMENT, grade, grade_class, results, running, statuses, wait_for
from tests.databases import new_database

STUDENTS = 300


@pytest.fixture(scope="module")
def term(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Expected]:
    """A folder with a class's downloads in `downloads/`, and what everybody must get."""
    home = tmp_path_factory.mktemp("term")
    return home, make_class(home / "downloads", STUDENTS)


@pytest.fixture(scope="module")
def graded(term: tuple[Path, Expected]) -> dict[str, Any]:
    return grade_class(term[0], "downloads")


def test_everybody_gets_exactly_what_is_due(term: tuple[Path, Expected], graded: dict[str, Any]) -> None:
    _, expected = term
    got = statuses(graded)
    named = {
        (one["student"], exercise["id"]): [
            (found["kind"], found["slug"])
            for found in exercise["diagnoses"]
            if found["kind"] in ("mistake", "structure")
        ]
        for one in graded["submissions"]
        for exercise in one["exercises"]
    }

    assert len(graded["submissions"]) == STUDENTS
    assert got.keys() == expected.due.keys()
    assert {place: got[place] for place, due in expected.due.items() if got[place] not in due.statuses} == {}
    assert "grader_error" not in got.values()
    # a mistake that is due is one of the two that are named, behind a plain fact at most; where no mistake may be named, none is
    misnamed = {
        place: named[place]
        for place, due in expected.due.items()
        if (due.mistake is not None and (("mistake", due.mistake) in named[place][:2]) != bool(due.mistake))
        or (due.mistake == "" and any(kind == "mistake" for kind, _ in named[place]))
    }
    assert misnamed == {}


def test_a_class_of_300_on_postgresql_is_the_same(
    term: tuple[Path, Expected], graded: dict[str, Any], postgres: str
) -> None:
    home, _ = term
    url = new_database(postgres)

    assert grade_class(home, "downloads", "--db", url) == graded
    exported = [grade(home, "export", "csv", "--db", db).stdout for db in (url, "gradebook.sqlite3")]
    assert exported[0] == exported[1]
    assert exported[0].count("\n") > STUDENTS


def test_unchanged_submissions_are_not_graded_again(term: tuple[Path, Expected], graded: dict[str, Any]) -> None:
    home, _ = term
    again = grade(home, "class", "downloads", code=1).stdout

    assert " 0 different answers graded" in again
    assert "no grade changes" in again
    assert grade_class(home, "downloads")["submissions"] == graded["submissions"]


# --- on a cluster -----------------------------------------------------------------------------------------


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler's address, and its workers."""
    pytest.importorskip("distributed", reason="Dask is not installed")
    environment = {**ENVIRONMENT, "DASK_DISTRIBUTED__ADMIN__EVENT_LOOP": "asyncio"}
    dask = [sys.executable, "-m", "dask"]
    log = tmp_path / "scheduler.log"
    with log.open("wb") as stream:
        scheduler = subprocess.Popen(
            [*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"], stderr=stream, env=environment, cwd=tmp_path
        )  # fmt: skip
    workers = []
    try:
        while not (found := re.search(r"tcp://127\.0\.0\.1:\d+", log.read_text())):
            assert scheduler.poll() is None, log.read_text()
        address = found[0]
        for _ in range(3):
            workers.append(
                subprocess.Popen(
                    [
                        *dask,
                        "worker",
                        address,
                        "--nthreads",
                        "1",
                        "--no-nanny",
                        "--no-dashboard",
                        "--local-directory",
                        str(tmp_path),
                    ],
                    stderr=subprocess.DEVNULL,
                    env=environment,
                    cwd=tmp_path,
                )
            )
        from distributed import Client

        with Client(address) as client:
            client.wait_for_workers(3, timeout=120)
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def test_a_class_of_300_on_a_cluster_that_loses_a_worker_is_the_same(
    term: tuple[Path, Expected], graded: dict[str, Any], cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    home, _ = term
    address, workers = cluster
    book = home / "cluster.sqlite3"
    with running(home, "downloads", "--cluster", address, "--db", book.name) as process:
        wait_for(lambda: results(book) > 30, process)
        os.kill(workers[0].pid, signal.SIGKILL)
        _, said = process.communicate(timeout=600)

    assert process.returncode == 1, said
    assert (
        grade_class(home, "downloads", "--db", book.name)["submissions"] == graded["submissions"]
    )  # nothing is left to grade
    exported = [grade(home, "export", "csv", "--db", db).stdout for db in (book.name, "gradebook.sqlite3")]
    assert exported[0] == exported[1]
