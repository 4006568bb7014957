"""Entry point where forking is no option (macOS, Windows) or not allowed: one fresh interpreter a worker.

It offers a separate process, limits where `resource` exists, and data-only messages; no confinement.
"""

from __future__ import annotations

import os
import socket
import sys

from . import confine, worker


def start(descriptor: str, cpu_seconds: str) -> None:
    """Entry point of the process. Without a descriptor (Windows) the socket comes over stdin."""
    if descriptor:
        talk = socket.socket(fileno=int(descriptor))
        confine.set_limits(int(cpu_seconds))
    else:
        talk = socket.fromshare(sys.stdin.buffer.read())  # type: ignore[attr-defined]
    worker.serve(talk)
    os._exit(0)
