"""Starts the zygote. Imports neither numpy nor anything that does: while the zygote loads numpy, so can the grader."""

from __future__ import annotations

import os
import socket
import sys
from typing import NamedTuple

from grader.sandbox.view import bubblewrap_options, numpy_folder, readable_paths

# Only while it imports can the child see our folder and numpy's, and both after the standard library.
_BOOT = "import gc, sys; gc.disable(); sys.path += sys.argv[1:3]; from inside import {0}; del sys.path[-2:]; {0}.start(*sys.argv[3:])"


class Zygote(NamedTuple):
    """A zygote that may still be starting.

    Attributes:
        control: our end of its socket; see `inside/zygote.py` for what is said on it.
        complaints: read end of its stderr.
        bubblewrap: whether it lives in one; if not, `why_not` says why.
    """

    pid: int
    control: socket.socket
    complaints: int
    bubblewrap: bool
    why_not: str


def can_fork() -> bool:
    """Whether this system has what a zygote needs. macOS could fork, but not after loading numpy
    (Accelerate crashes, numpy/numpy#5752)."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open") and hasattr(socket, "send_fds")


def launch(why_no_bubblewrap: str = "") -> Zygote:
    """Start a zygote, inside bubblewrap if that is installed and nothing speaks against it."""
    bubblewrap = "" if why_no_bubblewrap else _program("bwrap")
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    os.set_inheritable(theirs.fileno(), True)  # everything else is closed by exec
    reading, writing = os.pipe()
    command = [*python("zygote"), str(theirs.fileno()), "\n".join(readable_paths()), "yes" if bubblewrap else ""]
    if bubblewrap:
        command = [bubblewrap, *bubblewrap_options(environment()), *command]
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_DUP2, writing, 2),
    ]
    # not subprocess: its import alone is a twentieth of what a cold `grade affine` may cost
    pid = os.posix_spawn(command[0], command, environment(), file_actions=actions)
    theirs.close()
    os.close(writing)
    return Zygote(pid, ours, reading, bool(bubblewrap), why_no_bubblewrap or "not installed")


def _program(name: str) -> str:
    """Its path, or nothing. `shutil.which` would load every compression module first. An empty or relative folder would be
    the current one, and what lies there may be a hand-in."""
    paths = (f"{folder}/{name}" for folder in os.get_exec_path() if os.path.isabs(folder))
    return next((path for path in paths if os.access(path, os.X_OK)), "")


def whole(seconds: float) -> int:
    """The kernel counts processor time in whole seconds."""
    return max(1, -int(-seconds // 1))


def python(module: str) -> list[str]:
    """The command that runs `inside/<module>.py`: no `site`, no user folder, nothing from the current folder.

    Not `-I`: it would also ignore the environment, which is ours and which fixes the hash seed, without which
    the order of a student's sets would change from run to run.
    """
    executable = os.path.realpath(getattr(sys, "_base_executable", sys.executable))
    flags = ["-s", "-P", "-S", "-c", _BOOT.format(module)]
    return [executable, *flags, os.path.dirname(__file__), os.path.dirname(numpy_folder())]


def environment() -> dict[str, str]:
    """One thread, so that the zygote may fork; a fixed hash seed; nothing of the user's."""
    threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    needed = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    libraries = [entry for entry in os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep) if os.path.isabs(entry)]
    if libraries:  # an empty or relative entry means the current folder
        needed["LD_LIBRARY_PATH"] = os.pathsep.join(libraries)
    return {**threads, **needed, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}
