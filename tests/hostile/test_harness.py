"""The harness notices what it is there to notice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from grader.sandbox.launch import can_fork
from tests.hostile import invariants
from tests.hostile.catalogue import Case
from tests.hostile.configurations import CONFIGURATIONS, Configuration
from tests.hostile.stage import CANARY, MARK, strays
from tests.hostile.watched import watched

pytestmark = pytest.mark.skipif(not can_fork(), reason="it reads /proc")

RESULT: dict[str, Any] = {
    "status": "failed", "score": 0, "max_score": 4, "message": "wrong", "notes": [], "diagnoses": [],
    "checks": [{"status": "failed", "message": "wrong", "hidden": True}],
}  # fmt: skip


def test_a_process_that_is_left_is_found(tmp_path: Path) -> None:
    """Also one that has a session of its own and lost its parent."""
    ran = watched(["/bin/sh", "-c", "(setsid sleep 1000 &) ; exit 1"], tmp_path, {"PATH": "/usr/bin:/bin"})
    assert ran.code == 1 and len(ran.left) == 1 and "sleep 1000" in ran.left[0]


def test_what_the_grader_has_in_memory_is_seen(tmp_path: Path) -> None:
    ran = watched(
        ["/bin/sh", "-c", "x=$(head -c 200000000 /dev/zero | tr '\\0' x); sleep 0.5"],
        tmp_path,
        {"PATH": "/usr/bin:/bin"},
    )
    assert ran.peak > 100 << 20


@pytest.mark.parametrize("configuration", CONFIGURATIONS, ids=[one.name for one in CONFIGURATIONS])
def test_a_file_that_is_left_is_found(configuration: Configuration, tmp_path: Path) -> None:
    before = strays(configuration, tmp_path)
    left = Path("/dev/shm") / f"{MARK}-test"
    left.touch()
    (tmp_path / "new").touch()
    try:
        assert strays(configuration, tmp_path) - before == {str(left), str(tmp_path / "new")}
    finally:
        left.unlink()


@pytest.mark.parametrize(
    "message", ["two\nlines", "\x1b[2J", "x" * 1000, "\u202e", "Traceback (most recent call last)", "in /the/course/x"]
)
def test_a_line_that_is_none_is_refused(message: str) -> None:
    with pytest.raises(AssertionError):
        invariants.says_it_in_one_line(RESULT | {"message": message}, "/the/course")
    invariants.says_it_in_one_line(RESULT, "/the/course")


def test_a_secret_that_is_told_is_found() -> None:
    with pytest.raises(AssertionError):
        invariants.tells_no_secret(RESULT | {"message": CANARY})
    with pytest.raises(AssertionError):
        invariants.tells_no_secret(RESULT | {"checks": [{"hidden": True, "output": "3.5"}]})


def test_a_wrong_verdict_is_found() -> None:
    case = Case(name="x", about="", statuses=("error",), score="0")
    with pytest.raises(AssertionError):
        invariants.verdict_is_right(case, RESULT)
    with pytest.raises(AssertionError):
        invariants.verdict_is_right(case._replace(statuses=("failed",)), RESULT | {"score": 4})
    invariants.verdict_is_right(case._replace(statuses=("failed",)), RESULT)
