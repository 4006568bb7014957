"""Many students have Windows or macOS: whatever they import must load where Linux's own things are missing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from grader.sandbox.worker import how_it_ended
from tests.conftest import ROOT

ELSEWHERE = """
import importlib, os, pkgutil, signal, socket, sys

for name in ("resource", "fcntl", "pwd", "grp", "termios"):
    sys.modules[name] = None
for module, names in (
    (os, "pidfd_open fork posix_spawn setsid getuid geteuid wait4 mkfifo POSIX_SPAWN_OPEN POSIX_SPAWN_DUP2"),
    (socket, "AF_UNIX send_fds recv_fds SOCK_SEQPACKET"),
    (signal, "SIGKILL SIGXCPU pidfd_send_signal SIGALRM"),
):
    for name in names.split():
        if hasattr(module, name):
            delattr(module, name)

import gradkata, grader, reports

count = 0
for package in (gradkata, grader, reports):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
            count += 1
print(count)
"""


def test_every_module_loads_without_what_only_linux_has() -> None:
    result = subprocess.run([sys.executable, "-c", ELSEWHERE], cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stderr
    assert int(result.stdout) > 40


@pytest.mark.parametrize(
    ("code", "used", "status"),
    [
        (-9, 1.0, "timeout"),
        (-9, 0.1, "memory"),
        (-11, 0.1, "crashed"),
        (0xC0000005, 0.1, "crashed"),
        (3, 0.1, "exited"),
    ],
)
def test_how_a_worker_ended(code: int, used: float, status: str) -> None:
    assert how_it_ended(code, used, 1.0).status == status
