"""The self-test: what a confined process must not be able to do, tried from inside one.

Each probe says nothing if it was stopped, or what it could do. None harms anything if it succeeds.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable


def prepare() -> int:
    """Before confinement: listen on loopback, for the network probe to have something to reach."""
    try:
        server = socket.create_server(("127.0.0.1", 0))
    except OSError:
        return 0  # no loopback in this namespace: then there is nothing to reach either
    port = int(server.getsockname()[1])
    globals()["_server"] = server
    return port


def run(parent: int, port: int) -> dict[str, str]:
    """What could be done, by probe; empty where it was stopped."""
    tries: dict[str, Callable[[], str]] = {
        "read a file": _read_file,
        "write a file": _write_file,
        "start a process": _start_process,
        "open the network": lambda: _open_network(port),
        "signal the grader": lambda: _signal(parent),
        "read the grader's memory": lambda: _read_memory(parent),
        "raise its limits": _raise_limits,
    }
    found = {}
    for name, attempt in tries.items():
        try:
            found[name] = attempt()
        except (OSError, ValueError):
            found[name] = ""
    return found


def _read_file() -> str:
    with open("/etc/passwd") as file:
        return f"read {len(file.read())} characters of /etc/passwd"


def _write_file() -> str:
    path = f"/tmp/gradkata-probe-{os.getpid()}"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    os.close(descriptor)
    os.unlink(path)
    return f"wrote {path}"


def _start_process() -> str:
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    return "forked"


def _open_network(port: int) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
        client.settimeout(0.2)
        if port:
            client.connect(("127.0.0.1", port))
    return "made a socket"


def _signal(parent: int) -> str:
    os.kill(parent, 0 if sys.platform != "linux" else signal.SIGCONT)
    return "could signal"


def _read_memory(parent: int) -> str:
    with open(f"/proc/{parent}/mem", "rb"):
        return "opened it"


def _raise_limits() -> str:
    import resource

    resource.setrlimit(resource.RLIMIT_NOFILE, (8, 8))
    return "could set a limit"
