"""A command on a real pseudo-terminal: what a person would see of it. Also for `docs/make_images.py`."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.conftest import ROOT

GRADE = (sys.executable, "-m", "grader")
ROWS = 40


def on_a_terminal(command: Sequence[str], folder: Path, columns: int, **environment: str) -> tuple[str, int]:
    """What `command` writes on a terminal of so many columns, colours included, and its exit code.

    The environment holds only what is given here, so that neither this machine's language nor its taste in colours
    gets into the result.
    """
    import fcntl
    import pty
    import termios

    plain = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "OPENBLAS_NUM_THREADS": "1", **environment,
    }  # fmt: skip
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
    process = subprocess.Popen(command, cwd=folder, env=plain, stdin=subprocess.DEVNULL, stdout=its, stderr=its)
    os.close(its)
    seen = bytearray()
    try:
        while part := os.read(ours, 1 << 16):
            seen += part
    except OSError:  # Linux says so when nobody holds the other end any more
        pass
    finally:
        os.close(ours)
    return seen.decode("utf-8").replace("\r\n", "\n"), process.wait()
