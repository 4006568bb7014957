"""Run a command as another user: `python become.py UID ROOT FOLDER… -- COMMAND…`, the folders being what it must be able to read.
With `open` for the UID root stays root, and the folders lie open to all.

As root it becomes a real user without any capability. Where a folder lies below one that is closed to others (an interpreter under
a home of mode 0700), the command gets a mount namespace of its own in which only that folder stands there. Who is not root
becomes root of a user namespace: root cannot be had otherwise. Standard library alone, and nothing of ours: it runs first.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator

_NEW_MOUNTS, _NEW_USERS = 0x00020000, 0x10000000
_BIND_ALL, _PRIVATE_ALL = 4096 | 16384, (1 << 18) | 16384


def main() -> None:
    split = sys.argv.index("--")
    who, folders, command = sys.argv[1], sys.argv[2:split], sys.argv[split + 1 :]
    uid = os.getuid() if who == "open" else int(who)
    if os.getuid() == 0 and who != "0" and (closed := list(closed_folders(folders))):
        _open(closed, folders)
    if uid and os.getuid() == 0:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    elif uid == 0 and os.getuid():
        _become_root_of_a_namespace()
    os.execv(command[0], command)


def closed_folders(folders: list[str]) -> Iterator[str]:
    """The outermost folders above these that another user may not enter."""
    for folder in folders:
        parts = os.path.realpath(folder).split("/")
        for length in range(2, len(parts)):
            above = "/".join(parts[:length])
            if not os.stat(above).st_mode & 0o001:
                yield above
                break


def _open(closed: list[str], folders: list[str]) -> None:
    """Cover each closed folder with an empty one that holds only what is needed, at the same place."""
    _libc(b"unshare", ctypes.c_int(_NEW_MOUNTS))
    _libc(b"mount", None, b"/", None, ctypes.c_ulong(_PRIVATE_ALL), None)
    for above in dict.fromkeys(closed):
        inside = sorted({path for one in folders if (path := os.path.realpath(one)).startswith(above + "/")})
        kept = [os.open(path, os.O_PATH) for path in inside]
        _libc(b"mount", b"tmpfs", above.encode(), b"tmpfs", ctypes.c_ulong(0), b"mode=755")
        for path, descriptor in zip(inside, kept, strict=True):
            os.makedirs(path, exist_ok=True)
            source = f"/proc/self/fd/{descriptor}".encode()
            _libc(b"mount", source, path.encode(), None, ctypes.c_ulong(_BIND_ALL), None)
            os.close(descriptor)


def _become_root_of_a_namespace() -> None:
    uid, gid = os.getuid(), os.getgid()
    _libc(b"unshare", ctypes.c_int(_NEW_USERS))
    for name, said in (("setgroups", "deny"), ("uid_map", f"0 {uid} 1"), ("gid_map", f"0 {gid} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(said)


def _libc(name: bytes, *arguments: object) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if getattr(library, name.decode())(*arguments) != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{name.decode()}: {os.strerror(code)}")


if __name__ == "__main__":
    main()
