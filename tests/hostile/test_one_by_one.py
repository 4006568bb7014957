"""Each answer by itself, in the best sandbox of this machine: what a class hides, a case alone shows. The grader is this process."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from grader.course.discover import load_course
from grader.model import Course
from grader.sandbox.host import Sandbox
from grader.sandbox.launch import can_fork
from tests.classes import RIGHT
from tests.conftest import grade_sources
from tests.hostile.catalogue import Case, answer, catalogue
from tests.hostile.configurations import CONFIGURATIONS
from tests.hostile.stage import LOOP, stage, strays
from tests.hostile.watched import GRACE_S, command_line, descendants, was_ended

pytestmark = pytest.mark.skipif(not can_fork(), reason="confinement needs Linux")

# Whatever ends at a limit ends alike in a class; what is graded apart costs more than it tells here.
CASES = tuple(one for one in catalogue() if one.source and not (one.apart or one.only or one.exercise == LOOP))
MOST_BYTES_MORE = 1 << 29


class Held(NamedTuple):
    """Processes below this one that were not ended, descriptors, bytes of memory."""

    processes: int
    descriptors: int
    memory: int


@pytest.fixture(scope="module")
def small_course() -> Iterator[Course]:
    with stage(next(one for one in CONFIGURATIONS if one.uid == os.getuid())) as folder:
        yield load_course(folder / "course")


@pytest.fixture(scope="module")
def at_rest(small_course: Course, sandbox: Sandbox) -> Held:
    """What is held when a right answer was graded and what was killed is gone."""
    assert grade_sources(small_course, sandbox, {"double": RIGHT}).exercises[0].status == "passed"
    time.sleep(1.0)
    return held()


@pytest.mark.parametrize("case", CASES, ids=[one.name for one in CASES])
def test_after_it_all_is_as_before(case: Case, small_course: Course, sandbox: Sandbox, at_rest: Held) -> None:
    """The next answer passes; and no process, descriptor, file or memory is left."""
    configuration = next(one for one in CONFIGURATIONS if one.uid == os.getuid())
    files = strays(configuration, small_course.root)
    grade_sources(small_course, sandbox, {case.exercise: answer(case, small_course.root)})
    following = grade_sources(small_course, sandbox, {"double": RIGHT}).exercises[0]
    assert (following.status, following.score) == ("passed", 4.0)
    until = time.monotonic() + GRACE_S
    while held().processes > at_rest.processes and time.monotonic() < until:
        time.sleep(0.005)
    now = held()
    assert now.processes <= at_rest.processes, "\n".join(_about(pid) for pid in descendants(os.getpid()))
    assert now.descriptors <= at_rest.descriptors
    assert now.memory - at_rest.memory < MOST_BYTES_MORE
    assert strays(configuration, small_course.root) == files


def held() -> Held:
    living = [pid for pid in descendants(os.getpid()) if not was_ended(pid)]
    resident = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return Held(len(living), len(os.listdir("/proc/self/fd")), resident)


def _about(pid: int) -> str:
    """Of a process that is left: what it is, and how old."""
    started = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19] if _state(pid) else "gone"
    return f"{pid} {_state(pid)} of tick {started}: {command_line(pid)[:60]}"


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""
