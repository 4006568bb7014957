"""Starts the zygote. Imports neither numpy nor anything that does: while the zygote loads numpy, so can the grader."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from grader.sandbox.view import bubblewrap_options, numpy_folder, readable_paths

# Only while it imports can the child see our folder and numpy's, and both after the standard library.
_BOOT = "import sys; sys.path += sys.argv[1:3]; from inside import {0}; del sys.path[-2:]; {0}.start(*sys.argv[3:])"


class Zygote(NamedTuple):
    """A zygote that may still be starting.

    Attributes:
        control: our end of its socket; see `inside/zygote.py` for what is said on it.
        bubblewrap: whether it lives in one; if not, `why_not` says why.
    """

    process: subprocess.Popen[bytes]
    control: socket.socket
    bubblewrap: bool
    why_not: str


def can_fork() -> bool:
    """Whether this system has what a zygote needs. macOS could fork, but not after loading numpy
    (Accelerate crashes, numpy/numpy#5752)."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open") and hasattr(socket, "send_fds")


def launch(why_no_bubblewrap: str = "") -> Zygote:
    """Start a zygote, inside bubblewrap if that is installed and nothing speaks against it."""
    bubblewrap = None if why_no_bubblewrap else shutil.which("bwrap")
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [
        *python("zygote"),
        str(theirs.fileno()),
        json.dumps(readable_paths()),
        "yes" if bubblewrap else "",
    ]
    if bubblewrap:
        command = [bubblewrap, *bubblewrap_options(), *command]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env=environment(), pass_fds=[theirs.fileno()], close_fds=True, cwd="/",
    )  # fmt: skip
    theirs.close()
    return Zygote(process, ours, bool(bubblewrap), why_no_bubblewrap or "not installed")


def python(module: str) -> list[str]:
    """The command that runs `inside/<module>.py`: no `site`, no user folder, nothing from the current folder.

    Not `-I`: it would also ignore the environment, which is ours and which fixes the hash seed, without which
    the order of a student's sets would change from run to run.
    """
    executable = os.path.realpath(getattr(sys, "_base_executable", sys.executable))
    flags = ["-s", "-P", "-S", "-c", _BOOT.format(module)]
    return [executable, *flags, str(Path(__file__).parent), numpy_folder().parent.as_posix()]


def environment() -> dict[str, str]:
    """One thread, so that the zygote may fork; a fixed hash seed; nothing of the user's."""
    threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    needed = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "SYSTEMROOT") if name in os.environ}
    return {**threads, **needed, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}
