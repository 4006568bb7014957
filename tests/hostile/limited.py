"""Run a command on a machine that lacks something: `python limited.py WORD… -- COMMAND…`. The words:

    NOFILE=6        a limit (getrlimit(2))
    -1              this descriptor is closed
    >/dev/full      where stdout goes
    !/proc          nothing is there: an empty folder that cannot be written to stands in its place
    +/sys/…         the control group's file to which the process writes itself

Standard library alone, and nothing of ours: it runs first.
"""

from __future__ import annotations

import ctypes
import os
import resource
import sys

_NEW_MOUNTS, _PRIVATE_ALL, _READ_ONLY = 0x00020000, (1 << 18) | 16384, 1


def main() -> None:
    split = sys.argv.index("--")
    for word in sys.argv[1:split]:
        _lack(word[0], word[1:], word)
    os.execv(sys.argv[split + 1], sys.argv[split + 1 :])


def _lack(sign: str, rest: str, word: str) -> None:
    if sign == "-":
        os.close(int(rest))
    elif sign == ">":
        os.dup2(os.open(rest, os.O_WRONLY), 1)
    elif sign == "!":
        _libc(b"unshare", ctypes.c_int(_NEW_MOUNTS))
        _libc(b"mount", None, b"/", None, ctypes.c_ulong(_PRIVATE_ALL), None)
        _libc(b"mount", b"tmpfs", rest.encode(), b"tmpfs", ctypes.c_ulong(_READ_ONLY), None)
    elif sign == "+":
        with open(rest, "w") as group:
            group.write(str(os.getpid()))
    else:
        name, _, value = word.partition("=")
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (int(value), int(value)))


def _libc(name: bytes, *arguments: object) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if getattr(library, name.decode())(*arguments) != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{name.decode()}: {os.strerror(code)}")


if __name__ == "__main__":
    main()
