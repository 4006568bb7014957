"""A machine that lacks something: descriptors, processes, memory, a file system, its outputs. That is said in one line, with exit code
3, and costs nobody a point; or it is enough, and a right answer passes. Everything else is wrong, at any limit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from grader.language import MARKER
from tests.course_maker import make_course
from tests.hostile.configurations import CONFIGURATIONS, Configuration

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits are Linux's")

HANG_S = 120.0
BARE_ROOT, BARE_USER = CONFIGURATIONS[1], CONFIGURATIONS[3]
HERE = CONFIGURATIONS[0] if os.getuid() == 0 else CONFIGURATIONS[2]
RIGHT = "def double(x):\n    return 2 * x\n"
HUNGRY = "import numpy as np\n\ndef double(x):\n    np.ones(400 << 17)  # 400 MiB, which an answer may use\n    return 2 * x\n"


LACKS = ("this machine", "this system", "no room", "the output is closed")


class Desk(NamedTuple):
    """
    Attributes:
        folder: of everything.
        course: a small one.
    """

    folder: Path
    course: Path

    @property
    def workspace(self) -> Path:
        return self.folder / "work"

    def words(self, command: str) -> list[str]:
        words = {
            "run": ["double", "--no-cache"],
            "submission": ["run", "--submission", str(self.folder / "hand_ins" / "ann")],
            "class": ["class", str(self.folder / "hand_ins"), "--db", str(self.folder / "grades.db")],
        }.get(command, [command])
        return [*words, *(["--course", str(self.course)] if command != "doctor" else [])]

    def grade(self, command: str, *limits: str, who: Configuration = HERE, more: Sequence[str] = ()) -> Outcome:
        """`grade` under these limits (see `limited.py`), as this user."""
        everything = [self.folder, *self.folder.rglob("*")]
        for path in everything:
            who.give(path)
        full = who.command(*self.words(command), *more)
        where = 0
        if "--" in full:  # as another user, who must be able to come here, and who alone has the limits
            full.insert(full.index("--"), str(self.folder))
            where = full.index("--") + 1
        limited = [sys.executable, str(Path(__file__).with_name("limited.py")), *limits, "--"]
        done = subprocess.run(
            [*full[:where], *limited, *full[where:]], cwd=self.workspace, env=who.environment(self.folder),
            stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", timeout=HANG_S, check=False,
        )  # fmt: skip
        return Outcome(done.returncode, done.stdout, done.stderr)


class Outcome(NamedTuple):
    code: int
    stdout: str
    stderr: str

    @property
    def is_fair(self) -> bool:
        """Whether nobody sees a traceback, and nobody pays."""
        said = self.stdout + self.stderr
        return self.code in (0, 3) and "Traceback" not in said and "✗" not in said

    def lack(self) -> str:
        """The one line that says what is lacking."""
        assert self.is_fair and self.code == 3, self
        lines = [
            one
            for one in (self.stdout + self.stderr).splitlines()
            if any(word in one for word in LACKS) and not one.startswith("next: ")
        ]
        assert len(lines) == 1, self
        return lines[0]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    tmp_path.chmod(0o755)
    found = Desk(tmp_path, make_course(tmp_path))
    for place in ("work/01_first/double", "hand_ins/ann", "hand_ins/bob"):
        folder = tmp_path / place
        folder.mkdir(parents=True)
        (folder / "double.py").write_text(RIGHT)
    (found.workspace / MARKER).write_text('lang = "en"\n')
    return found


# --- every limit is fair, and the lowest ones are said -----------------------------------------------------------

COMMANDS = ("run", "submission", "class", "doctor")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("limit", "cure"), [("NOFILE=6", "ulimit -n"), ("AS=94371840", "ulimit -v"), ("DATA=52428800", "ulimit -v")]
)
def test_too_little_of_it_is_said(desk: Desk, command: str, limit: str, cure: str) -> None:
    assert cure in desk.grade(command, limit).lack()


@pytest.mark.parametrize("command", ["run", "submission", "class"])
@pytest.mark.parametrize("limit", ["NOFILE=8", "NOFILE=12", "NOFILE=19", "AS=125829120", "CPU=2"])
def test_between_too_little_and_enough_nobody_pays(desk: Desk, command: str, limit: str) -> None:
    assert desk.grade(command, limit).is_fair


@pytest.mark.parametrize(("command", "limit"), [("run", "NOFILE=14"), ("run", "NOFILE=64"), ("submission", "NOFILE=40"), ("run", "AS=209715200")])  # fmt: skip
def test_little_is_enough(desk: Desk, command: str, limit: str) -> None:
    """Workers need no descriptor of a high number, and no more memory than they use."""
    outcome = desk.grade(command, limit)
    assert outcome.code == 0, outcome


@pytest.mark.skipif(os.getuid() != 0, reason="becomes another user: the kernel does not count root's processes")
@pytest.mark.parametrize("command", ["run", "submission"])
@pytest.mark.parametrize("number", [0, 5, 12])
def test_processes_that_cannot_be_had(desk: Desk, command: str, number: int) -> None:
    outcome = desk.grade(command, f"NPROC={number}", who=BARE_USER)
    assert outcome.is_fair, outcome
    if number == 0:
        assert "ulimit -u" in outcome.lack()


# --- memory ------------------------------------------------------------------------------------------------------


def test_memory_that_an_answer_may_use_and_cannot_have_is_not_its_fault(desk: Desk) -> None:
    (desk.workspace / "01_first/double/double.py").write_text(HUNGRY)
    assert desk.grade("run").code == 0
    outcome = desk.grade("run", "AS=314572800")
    assert outcome.code == 3
    assert "less memory than an answer may use" in outcome.lack()


@pytest.mark.skipif(
    not os.access("/sys/fs/cgroup/memory/cgroup.procs", os.W_OK), reason="needs a control group of version 1"
)
def test_who_is_killed_for_want_of_memory_is_not_to_blame(desk: Desk) -> None:
    (desk.workspace / "01_first/double/double.py").write_text(HUNGRY)
    group = Path(f"/sys/fs/cgroup/memory/gradkata-test-{os.getpid()}")
    group.mkdir()
    try:
        (group / "memory.limit_in_bytes").write_text(str(200 << 20))
        outcome = desk.grade("run", f"+{group}/cgroup.procs")
        assert outcome.code == 3
        assert "too little memory" in outcome.lack()
    finally:
        until = time.monotonic() + HANG_S
        while group.exists() and time.monotonic() < until:
            try:
                group.rmdir()
            except OSError:  # the last of them is still leaving
                time.sleep(0.05)


# --- file systems and outputs ------------------------------------------------------------------------------------


@pytest.mark.skipif(os.getuid() != 0, reason="mounts")
@pytest.mark.parametrize(
    ("place", "command", "who"),
    [
        ("/proc", "run", BARE_ROOT),
        ("/proc", "submission", BARE_ROOT),
        ("/proc", "run", HERE),
        ("/proc", "doctor", HERE),
        ("/dev/shm", "submission", BARE_ROOT),
        ("/dev/shm", "class", BARE_ROOT),
    ],
)
def test_a_file_system_that_is_not_there(desk: Desk, place: str, command: str, who: Configuration) -> None:
    line = desk.grade(command, f"!{place}", who=who).lack()
    assert place in line


@pytest.mark.skipif(os.getuid() != 0, reason="mounts")
def test_one_s_own_work_needs_no_shared_memory(desk: Desk) -> None:
    assert desk.grade("run", "!/dev/shm").code == 0


@pytest.mark.parametrize("command", ["run", "submission", "doctor"])
def test_a_result_that_nobody_can_get_is_an_error(desk: Desk, command: str) -> None:
    assert "closed" in desk.grade(command, "-1").lack()
    assert desk.grade(command, "-1", "-2").code == 3


def test_a_result_that_goes_into_a_file_needs_no_stdout(desk: Desk) -> None:
    outcome = desk.grade(
        "submission", "-0", "-1", "-2", more=["--format", "json", "--output", str(desk.folder / "out.json")]
    )
    assert outcome.code == 0
    assert json.loads((desk.folder / "out.json").read_text())["exercises"][0]["status"] == "passed"


@pytest.mark.parametrize("command", ["run", "class"])
def test_who_closes_the_others_wants_to_hear_nothing(desk: Desk, command: str) -> None:
    outcome = desk.grade(command, "-0", "-2")
    assert outcome.code == 0
    assert outcome.stdout and not outcome.stderr


def test_a_full_disk_behind_stdout_is_said(desk: Desk) -> None:
    assert "no room" in desk.grade("run", ">/dev/full").lack()


# --- a kernel ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", ["NOFILE=6", "NOFILE=10"])
def test_a_kernel_is_told(desk: Desk, limit: str) -> None:
    asked = {"line": "double", "folder": str(desk.workspace), "cells": [["In [1]", RIGHT, True]], "encoding": "utf-8"}
    asked["line"] = f"double --course {desk.course}"
    command = [sys.executable, str(Path(__file__).with_name("limited.py")), limit, "--", sys.executable, "-P", "-m", "grader.kernel.session"]  # fmt: skip
    done = subprocess.run(
        command, cwd=desk.workspace, env=HERE.environment(desk.folder), input=json.dumps(asked) + "\n",
        capture_output=True, text=True, encoding="utf-8", timeout=HANG_S, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    said = json.loads(done.stdout)
    assert "ulimit -n" in (said.get("error") or said["text"])


# --- watching ----------------------------------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("unshare") is None, reason="the program unshare is not installed")
def test_without_watches_saves_are_looked_for(desk: Desk) -> None:
    """In a user namespace of its own that may have none."""
    spent = "echo 0 > /proc/sys/user/max_inotify_instances"
    shell = ["unshare", "--user", "--map-root-user", "/bin/sh", "-c"]
    if subprocess.run([*shell, spent], capture_output=True, check=False).returncode:
        pytest.skip("user namespaces cannot be had here")
    course = ["--course", str(desk.course)]
    watching = subprocess.Popen(
        [*shell, f'{spent}; exec "$@"', "sh", sys.executable, "-m", "grader", "watch", "double", *course],
        cwd=desk.workspace, env=HERE.environment(desk.folder) | {"PATH": os.environ["PATH"]},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        assert watching.stdout is not None
        seen = ""
        for line in watching.stdout:
            seen += line
            if "as with --poll" in seen and seen.count("double") == 1:
                (desk.workspace / "01_first/double/double.py").write_text("def double(x):\n    return 3 * x\n")
            if "failed  double" in line:
                break
        assert "as with --poll" in seen and "failed  double" in seen, seen
    finally:
        watching.kill()
        watching.communicate()
