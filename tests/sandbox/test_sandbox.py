"""The worker: what it cannot see or do, and how each bad end is told apart. A later step attacks it harder."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.checks.lab import Lab
from grader.errors import AnswerError, Fault, SandboxError
from grader.sandbox import forking
from grader.sandbox.host import Sandbox, open_sandbox
from grader.sandbox.launch import can_fork, launch
from grader.sandbox.worker import Worker
from tests.hostile.watched import command_line, descendants

linux = pytest.mark.skipif(not can_fork(), reason="confinement needs Linux")


@pytest.fixture(scope="module", params=["best", "zygote"])
def confined(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    if not can_fork():
        pytest.skip("confinement needs Linux")
    with open_sandbox(means=request.param) as opened:
        yield opened


def load(worker: Worker, source: str) -> Any:
    code = worker.prepare([(1, source.encode(), "")], [], "answer.py")[1]
    return worker.load(code, {}, "answer.py", 0)


PLENTY_S = 60.0  # of processor time: nothing here comes near it, on however busy a machine


def call(sandbox: Sandbox, source: str, seconds: float = PLENTY_S) -> Any:
    """The value of `f()` of `source` in a fresh worker."""
    with sandbox.worker(seconds) as worker:
        load(worker, source)
        return Lab(worker.carry_out, {}).f()


def ends(sandbox: Sandbox, source: str, seconds: float = PLENTY_S) -> str:
    """The status with which calling `f()` ends."""
    try:
        call(sandbox, source, seconds)
    except Fault as fault:
        return fault.status
    except AnswerError as error:
        return f"{error.kind} {error.type_name}"
    return "passed"


@linux
def test_every_layer_and_probe_holds_here(confined: Sandbox) -> None:
    if confined.means.level == "process":
        pytest.skip("this machine cannot confine")
    assert [layer for layer in confined.means.layers if layer.name.startswith("cannot") and not layer.holds] == []
    needed = {"limits", "no_new_privs", "landlock", "seccomp"}
    assert {layer.name for layer in confined.means.layers if layer.holds} >= needed


@linux
def test_bubblewrap_is_used_where_it_is_installed() -> None:
    import shutil

    if not shutil.which("bwrap"):
        pytest.skip("bubblewrap is not installed")
    with open_sandbox() as opened:
        assert opened.means.level == "isolated"


TRIES = {
    "open": "open('/etc/passwd').read()",
    "list": "__import__('os').listdir('/')",
    "write": "open('/tmp/x', 'w')",
    "shm": "open('/dev/shm/x', 'w')",
    "fork": "__import__('os').fork()",
    "exec": "__import__('os').execv('/bin/true', ['true'])",
    "subprocess": "__import__('os').posix_spawn('/bin/true', ['true'], {})",
    "tcp": "__import__('socket').socket()",
    "udp": "__import__('socket').socket(2, 2)",
    "unix": "__import__('socket').socket(1, 1)",
    "kill": "__import__('os').kill(__import__('os').getppid(), 9)",
    "parent memory": "open(f'/proc/{__import__(\"os\").getppid()}/mem', 'rb')",
    "own memory": "open('/proc/self/mem', 'rb')",
    "chmod": "__import__('os').chmod('/tmp', 0o777)",
    "limits": "__import__('resource').setrlimit(7, (9, 9))",
    "memfd": "__import__('os').memfd_create('x')",
    "setuid": "__import__('os').setuid(12345)",
    "namespace": "__import__('ctypes').CDLL(None, use_errno=True).unshare(0x10000000) and open('/etc/passwd')",
}


@linux
@pytest.mark.parametrize("name", TRIES)
def test_it_cannot(confined: Sandbox, name: str) -> None:
    status = ends(confined, f"def f():\n    return str({TRIES[name]})\n")
    assert status.split()[-1] in ("PermissionError", "FileNotFoundError", "OSError", "ValueError"), status


@linux
def test_it_has_three_descriptors_and_the_conversation(confined: Sandbox) -> None:
    source = (
        "import os\ndef f():\n    found = []\n    for n in range(3000):\n        try:\n            os.fstat(n)\n"
        "            found.append(n)\n        except OSError:\n            pass\n    return found\n"
    )
    assert call(confined, source) == [0, 1, 2, 3]


@linux
def test_its_environment_holds_nothing_of_ours(confined: Sandbox) -> None:
    os.environ["GRADKATA_CANARY"] = "canary-in-the-environment"
    try:
        with open_sandbox(means="zygote") as fresh:
            seen = call(fresh, "import os\ndef f():\n    return dict(os.environ)\n")
    finally:
        del os.environ["GRADKATA_CANARY"]
    assert set(seen) <= {
        "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "PYTHONHASHSEED", "PYTHONUTF8",
        "LD_LIBRARY_PATH", "LC_CTYPE", "PWD",
    }  # fmt: skip


@linux
def test_it_cannot_import_the_grader_or_another_library(confined: Sandbox) -> None:
    for name in ("grader", "grader.course.discover", "host", "pip", "pytest", "click"):
        assert ends(confined, f"def f():\n    import {name}\n").endswith("ModuleNotFoundError"), name


@linux
def test_threads_and_numpy_work(confined: Sandbox) -> None:
    source = """
import threading
import numpy as np

def f():
    got = []
    threads = [threading.Thread(target=lambda: got.append(1)) for _ in range(4)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    a = np.random.default_rng(0).normal(size=(50, 50))
    u, s, v = np.linalg.svd(a)
    return len(got), float(np.abs(u * s @ v - a).max()), np.fft.fft(np.ones(4)).real.tolist()
"""
    threads, error, spectrum = call(confined, source)
    assert (threads, spectrum) == (4, [4.0, 0.0, 0.0, 0.0]) and error < 1e-12


BAD_ENDS = {
    "timeout": "while True: pass",
    "timeout ": "import signal\n    signal.pthread_sigmask(0, range(1, 65))\n    while True: pass",
    "exited": "import os\n    os._exit(0)",
    "exited ": "import sys\n    sys.exit(0)",
    "crashed": "import ctypes\n    ctypes.string_at(0)",
    "memory MemoryError": "x = np.ones((1 << 32))",
    "memory MemoryError ": "x = []\n    while True: x.append(np.ones(1 << 20))",
    "output_limit": "while True: print('x' * 1000)",
    "exception PermissionError": "import os\n    os.fork()",
    "exception KeyboardInterrupt": "raise KeyboardInterrupt",
    "exception AssertionError": "raise AssertionError('all tests passed')",
    "protocol": "import os\n    os.write(3, b'x' * 100)",
}


@linux
@pytest.mark.parametrize("status", BAD_ENDS)
def test_every_bad_end_has_its_name(confined: Sandbox, status: str) -> None:
    seconds = 1.0 if status.startswith("timeout") else PLENTY_S
    assert ends(confined, f"import numpy as np\ndef f():\n    {BAD_ENDS[status]}\n", seconds) == status.strip()
    assert ends(confined, "def f():\n    return 1\n") == "passed"  # the zygote is none the worse


def test_sleeping_ends_at_the_wall_limit(confined: Sandbox) -> None:
    assert ends(confined, "import time\ndef f():\n    time.sleep(1000)\n", seconds=0.5) == "timeout"


def test_what_is_printed_is_kept_up_to_a_cap(confined: Sandbox) -> None:
    with confined.worker(PLENTY_S) as worker:
        load(worker, "def f():\n    print('こんにちは')\n    print('x' * 100_000)\n")
        Lab(worker.carry_out, {}).f()
    assert worker.output.startswith("こんにちは\n") and len(worker.output) <= 16 << 10


def test_a_killed_zygote_is_started_again() -> None:
    if not can_fork():
        pytest.skip("no zygote on this system")
    with open_sandbox(means="zygote") as opened:
        os.kill(opened.means.worker.__self__.zygote.pid, 9)  # type: ignore[attr-defined]
        assert call(opened, "def f():\n    return 7\n") == 7


@linux
@pytest.mark.parametrize("means", ["best", "zygote"])
def test_a_zygote_that_is_killed_while_it_starts_says_nothing_of_what_can_be_had(means: str) -> None:
    """Otherwise bubblewrap would be given up over an accident, and the answer be confined less than it can be."""
    with open_sandbox(means=means) as undisturbed:
        right = undisturbed.means.level
    for kill in (kill_it, kill_what_it_started):
        started = launch() if means == "best" else launch("not asked for")
        kill(started.pid)
        with open_sandbox(started, means=means) as opened:
            assert opened.means.level == right
            assert call(opened, "def f():\n    return 7\n") == 7
        assert started.control.fileno() < 0


def kill_it(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def kill_what_it_started(pid: int) -> None:
    """bubblewrap's child, or its child's child, whichever is there first; without bubblewrap the zygote itself."""
    below: list[int] = []
    for _ in range(200):
        below = list(descendants(pid)) if "bwrap" in command_line(pid) else [pid]
        if below:
            break
        time.sleep(0.01)
    os.kill(below[-1], signal.SIGKILL)


@linux
@pytest.mark.parametrize(
    ("ends", "starts"), [("kill -9 $$", 3), ("exit 137", 3), ("kill -15 $$", 1), ("echo no namespaces >&2; exit 1", 1)]
)
def test_a_bubblewrap_that_does_not_start_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: str, starts: int
) -> None:
    """At once if it ended by itself, and after some more if it was killed each time."""
    program = tmp_path / "bwrap"
    program.write_text(f"#!/bin/sh\necho >> {tmp_path}/starts\n{ends}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    with open_sandbox() as opened:
        assert opened.means.level in ("confined", "process")
        assert call(opened, "def f():\n    return 7\n") == 7
    assert len((tmp_path / "starts").read_text().splitlines()) == starts


@linux
def test_one_that_confines_less_is_not_used_by_whoever_asks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with open_sandbox(means="zygote") as opened:
        zygotes = opened.means.worker.__self__  # type: ignore[attr-defined]
        zygotes.level = "isolated"  # as if the first had been
        os.kill(zygotes.zygote.pid, signal.SIGKILL)
        for _ in range(2):
            with pytest.raises(SandboxError, match="confines less"):
                opened.worker(PLENTY_S)


@linux
def test_a_zygote_that_was_late_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its late answer would be taken for that to the next question."""
    with open_sandbox(means="zygote") as opened:
        first = opened.means.worker.__self__.zygote  # type: ignore[attr-defined]
        with pytest.raises(SandboxError), opened.worker(PLENTY_S) as worker:
            load(worker, "def f():\n    import os\n    os._exit(3)\n")
            os.kill(first.pid, signal.SIGSTOP)
            monkeypatch.setattr(forking, "ANSWER_LIMIT_S", 0.1)
            Lab(worker.carry_out, {}).f()
        monkeypatch.undo()
        assert first.control.fileno() < 0
        assert call(opened, "def f():\n    return 7\n") == 7


def test_no_worker_outlives_its_check(confined: Sandbox) -> None:
    with confined.worker(PLENTY_S) as worker:
        load(worker, "")
        kill = worker._kill
        pid = next(cell.cell_contents for cell in kill.__closure__ or () if isinstance(cell.cell_contents, int))
        poll_before = _is_readable(pid)
        keep = os.dup(pid)
    assert not poll_before and _is_readable(keep, PLENTY_S)
    os.close(keep)


def _is_readable(pidfd: int, within: float = 0) -> bool:
    """A pidfd becomes readable when its process has ended."""
    return bool(select.select([pidfd], [], [], within)[0])


def test_without_a_zygote_a_fresh_interpreter_does_the_same() -> None:
    with open_sandbox(means="spawn") as spawning:
        assert spawning.means.level == "process"
        assert call(spawning, "def f():\n    print('hi')\n    return 5\n") == 5
        assert ends(spawning, "import os\ndef f():\n    os._exit(0)\n") == "exited"
        assert ends(spawning, "def f():\n    while True: pass\n", seconds=1.0) == "timeout"


CANARY = "canary-7f3a91"
SEARCH = """
import gc, os, sys

def strings(value, depth=0):
    if isinstance(value, (str, bytes)):
        yield value if isinstance(value, str) else value.decode("latin-1")
    elif isinstance(value, dict) and depth < 4:
        for key, item in list(value.items()):
            yield from strings(key, depth + 1)
            yield from strings(item, depth + 1)
    elif isinstance(value, (list, tuple, set, frozenset)) and depth < 4:
        for item in list(value):
            yield from strings(item, depth + 1)
    elif isinstance(value, type(f.__code__)):
        yield from strings(value.co_consts, depth + 1)

def f():
    backwards = "19a3f7-yranac"  # or the search would find itself
    places = []
    heaps = {"gc": gc.get_objects(), "modules": [vars(m) for m in list(sys.modules.values()) if hasattr(m, "__dict__")],
             "environment": [dict(os.environ)], "arguments": [sys.argv, sys.orig_argv, sys.path]}
    frame = sys._getframe()
    frames = []
    while frame:
        frames.append([dict(frame.f_locals), dict(frame.f_globals), frame.f_code])
        frame = frame.f_back
    heaps["frames"] = [item for one in frames for item in one]
    for name, heap in heaps.items():
        for value in heap:
            if any(backwards in text[::-1] for text in strings(value)):
                places.append(name)
                break
    for path in ("/proc/self/mem", "/proc/self/maps", "/proc/self/environ", "/proc/self/cmdline", f"/proc/{os.getppid()}/cmdline"):
        try:
            open(path, "rb").read(1)
            places.append(path)
        except OSError:
            pass
    seen = []
    for root in {root!r}:
        for folder, _, files in os.walk(root):
            seen += [os.path.join(folder, file) for file in files]
    for path in seen + {hidden!r}:
        try:
            if backwards in open(path, encoding="latin-1").read()[::-1]:
                places.append(path)
        except OSError:
            pass
    return places
"""


@linux
def test_a_worker_finds_no_canary(confined: Sandbox, tmp_path: Path) -> None:
    """A canary stands in a hidden check, an expected value, a reference and a mistake of a real course, which
    is graded; the answer looks for it everywhere it can."""
    from tests.course_maker import make_course

    root = make_course(tmp_path, CANARY)
    hidden = [str(path) for path in root.rglob("*.py")] + [str(path) for path in root.rglob("*.toml")]
    answer = SEARCH.replace("{root!r}", repr(["/tmp", str(root), "/work", "/root", "/home"])).replace(
        "{hidden!r}", repr(hidden)
    )
    from grader.checks.oracle import Oracle
    from grader.course.discover import load_course

    course = load_course(root)
    oracle = Oracle(course, course.exercises[0], 0)
    expected = [oracle.expected(check, 0).value for check in oracle.checks]
    assert any(CANARY in str(value) for value in expected) and oracle.mistakes  # it is all in the grader's memory
    assert call(confined, answer) == []
    planted = f"PLANTED = 'x' + {CANARY!r}\n{answer}"
    assert "gc" in call(confined, planted)  # the search does find what is there
