"""The control group round the zygote and its workers, where this machine lets us make one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grader.sandbox import group, worker
from grader.sandbox.group import MOST_TASKS, limited
from grader.sandbox.host import Sandbox, open_sandbox
from grader.sandbox.launch import can_fork
from tests.hostile.test_threads import most_threads

HANG_S = 60.0

pytestmark = pytest.mark.skipif(not can_fork(), reason="control groups are Linux's")


def folders_of(sandbox: Sandbox) -> list[Path]:
    """Of its group; nothing where none can be made, which the layer must say, and why. It depends on how this machine is set up,
    not on what is installed, so it is no reason to skip a test in CI."""
    [layer] = [one for one in sandbox.means.layers if one.name == "control group"]
    assert layer.holds or layer.note
    return list(sandbox.means.worker.__self__.group.folders) if layer.holds else []  # type: ignore[attr-defined]


@pytest.mark.parametrize("means", ["best", "zygote"])
def test_the_kernel_counts_all_tasks_of_it_whoever_is_the_user(means: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "MAX_THREADS", 1 << 30)
    monkeypatch.setattr(
        group, "_LEAVING_S", HANG_S
    )  # on a busy machine a process that was killed can lie there for seconds
    with open_sandbox(means=means) as sandbox:
        folders = folders_of(sandbox)
        for _ in range(5 if folders else 0):  # there is room again for each: the killed one's do not count any more
            assert MOST_TASKS / 4 < threads_again(sandbox) < MOST_TASKS
    assert not any(folder.exists() for folder in folders)


def threads_again(sandbox: Sandbox) -> int:
    """As `most_threads`, once there is room: those of a process that was killed count until the kernel has done with each."""
    until = time.monotonic() + HANG_S
    while (found := most_threads(sandbox)) <= MOST_TASKS / 4 and time.monotonic() < until:
        time.sleep(0.1)
    return found


def test_it_limits_memory_too() -> None:
    with open_sandbox() as sandbox:
        folders = folders_of(sandbox)
        said = [path.read_text().strip() for folder in folders for path in folder.glob("memory.*")
                if path.name in ("memory.max", "memory.limit_in_bytes")]  # fmt: skip
    assert said == ([str(2 << 30)] if folders else [])


def test_what_a_killed_grader_left_is_taken_away_by_the_next() -> None:
    code = (
        "import os, sys\nfrom grader.sandbox.group import MOST_TASKS, limited\n"
        "print(*limited(os.getpid()).folders, flush=True)\nos.kill(os.getpid(), 9)\n"
    )
    killed = subprocess.run([sys.executable, "-c", code], text=True, capture_output=True, check=False)
    left = [Path(path) for path in killed.stdout.split()]
    assert killed.returncode == -9 and all(folder.is_dir() for folder in left)

    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        made = limited(process.pid)
        assert not any(folder.exists() for folder in left)
        process.communicate(b"\n")
    made.close()
    assert not any(folder.exists() for folder in made.folders)


def test_where_none_can_be_made_the_layer_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group, "_mounted", lambda kind, option="": iter(()))
    with open_sandbox() as sandbox:
        [layer] = [one for one in sandbox.means.layers if one.name == "control group"]
        assert not layer.holds and "no children of our group have pids" in layer.note
        assert sandbox.means.level != "process"


def test_only_groups_of_the_dead_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / f"gradkata-{os.getpid()}-0").mkdir()
    (tmp_path / "gradkata-999999999-0").mkdir()
    (tmp_path / "somebody").mkdir()

    group._clear(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [f"gradkata-{os.getpid()}-0", "somebody"]
