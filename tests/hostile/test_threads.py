"""How many threads a worker can have: the kernel counts them wherever its user is its own, and the sandbox looks everywhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from grader.sandbox import worker
from grader.sandbox.host import open_sandbox
from grader.sandbox.launch import can_fork
from tests.conftest import ROOT
from tests.hostile.catalogue import CASES
from tests.hostile.configurations import CONFIGURATIONS, Configuration, readable
from tests.hostile.stage import stage
from tests.sandbox.test_sandbox import ends

pytestmark = pytest.mark.skipif(not can_fork(), reason="confinement needs Linux")

RAW = (CASES / "availability" / "raw_threads.py").read_text().replace("double(x)", "f(x=1)")
COUNTED = """
import sys
from grader.sandbox import worker
from grader.sandbox.host import open_sandbox
from tests.hostile.test_threads import RAW, most_threads
worker.MAX_THREADS = 1 << 30
with open_sandbox(means=sys.argv[1]) as sandbox:
    print(most_threads(sandbox))
"""


def most_threads(sandbox: object) -> int:
    """How many of a thousand threads an answer gets, however long it takes."""
    from tests.sandbox.test_sandbox import call

    source = """
import threading
import time

def f():
    threading.stack_size(65536)
    for number in range(1000):
        try:
            threading.Thread(target=time.sleep, args=(1000,)).start()
        except RuntimeError:
            return number
    return 1000
"""
    return int(call(sandbox, source))  # type: ignore[arg-type]


@pytest.mark.parametrize("means", ["best", "zygote"])
def test_the_sandbox_stops_who_has_too_many(means: str) -> None:
    with open_sandbox(means=means) as sandbox:
        assert ends(sandbox, RAW) == "forbidden"
        assert ends(sandbox, "def f():\n    return 1\n") == "passed"


def test_it_looks_also_while_something_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever keeps the grader reading is looked at all the same."""
    printing = RAW.replace("    time.sleep(1)\n", "    for _ in range(10**6):\n        print('x', flush=True)\n")
    with open_sandbox() as sandbox:
        assert ends(sandbox, printing) == "forbidden"
        monkeypatch.setattr(worker, "MAX_THREADS", 1 << 30)
        assert ends(sandbox, printing) != "forbidden"


@pytest.mark.parametrize("configuration", CONFIGURATIONS, ids=lambda one: one.name)
def test_the_kernel_counts_where_the_user_is_the_workers_own(configuration: Configuration) -> None:
    """Not root's: of those it counts nothing, and `grade doctor` says so."""
    with stage(configuration) as folder:
        doctor = subprocess.run(
            configuration.command("doctor"), cwd=folder, env=configuration.environment(folder), text=True, capture_output=True, check=False,
        )  # fmt: skip
    [line] = [line for line in doctor.stdout.splitlines() if line.split()[1] == "threads"]
    assert (line.split()[0] == "yes") is (configuration.uid != 0), doctor.stdout


def test_root_gives_each_worker_a_user_of_its_own(tmp_path: Path) -> None:
    """Where the interpreter lies open to all; the command sees a folder in which it does."""
    [root] = [one for one in CONFIGURATIONS if one.name == "root-bare"]
    become = str(ROOT / "tests" / "hostile" / "become.py")
    command = [sys.executable, become, "open", *readable(), "--", sys.executable, "-c", COUNTED, "zygote"]
    with stage(root) as folder:
        ran = subprocess.run(
            command, cwd="/", env=root.environment(folder), text=True, capture_output=True, check=False
        )
    assert ran.returncode == 0 and 0 < int(ran.stdout) < 128, ran.stderr
