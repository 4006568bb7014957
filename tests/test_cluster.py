"""`grade class --cluster` on a real Dask cluster: a scheduler and several worker processes, one of which is killed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.class_maker import make_class
from tests.classes import ENVIRONMENT, grade, grade_class
from tests.test_class import STUDENTS, results, running, wait_for

pytest.importorskip("distributed", reason="Dask is not installed")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler's address, and its workers."""
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
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    make_class(tmp_path / "downloads", STUDENTS)
    book = tmp_path / "gradebook.sqlite3"
    with running(tmp_path, "downloads", "--cluster", address) as process:
        wait_for(lambda: results(book) > 30, process)
        os.kill(workers[0].pid, signal.SIGKILL)
        _, said = process.communicate(timeout=600)
    assert process.returncode == 1, said

    here = grade_class(tmp_path, "downloads", "--db", "here.sqlite3")

    assert grade_class(tmp_path, "downloads")["submissions"] == here["submissions"]
    exported = [grade(tmp_path, "export", "csv", "--db", db).stdout for db in ("gradebook.sqlite3", "here.sqlite3")]
    assert exported[0] == exported[1]
