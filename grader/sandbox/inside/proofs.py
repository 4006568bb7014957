"""Whether a layer of confinement holds: asked of the kernel right after it was applied, before the next one may forbid asking.

Each proof raises OSError or ValueError, with the reason, unless the layer holds. That a function of `confine.py` came
back without an error proves nothing: it may have done something else.
"""

from __future__ import annotations

import ctypes
import os
import struct

from . import confine

_PR_GET_SECCOMP, _PR_GET_NO_NEW_PRIVS = 21, 39
_NAMESPACES = ("net", "ipc", "mnt")


class Unproven(OSError):
    """The layer was applied and does not hold."""


def limits(cpu_seconds: int) -> None:
    import resource

    wanted = {
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    files = resource.getrlimit(resource.RLIMIT_NOFILE)
    if any(resource.getrlimit(kind) != (most, most) for kind, most in wanted.items()):
        raise Unproven("the limits are not those that were set")
    if not files[0] == files[1] <= confine.MAX_FILES:  # fewer where this machine allows no more
        raise Unproven("files are not limited")
    if resource.RLIM_INFINITY in resource.getrlimit(resource.RLIMIT_AS):
        raise Unproven("memory is not limited")


def user() -> None:
    if 0 in os.getresuid():
        raise Unproven("it is still root")


def tasks() -> None:
    """With room for none but itself it cannot fork."""
    import resource

    limits = resource.getrlimit(resource.RLIMIT_NPROC)
    resource.setrlimit(resource.RLIMIT_NPROC, (1, limits[1]))
    try:
        child = os.fork()
    except BlockingIOError:
        return
    finally:
        resource.setrlimit(resource.RLIMIT_NPROC, limits)
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    raise Unproven("the kernel does not count those of this user")


def capabilities() -> None:
    header, sets = struct.pack("<Ii", confine.CAPABILITY_VERSION, 0), ctypes.create_string_buffer(24)
    if confine.libc().capget(header, sets) != 0:
        raise OSError(ctypes.get_errno(), "the capabilities cannot be read")
    if any(sets.raw):
        raise Unproven("some capabilities are left")


def no_new_privileges() -> None:
    if confine.libc().prctl(_PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1:
        raise Unproven("new privileges can be had")


def files() -> None:
    """A process can always read its own status, but for Landlock."""
    try:
        os.close(os.open("/proc/self/status", os.O_RDONLY))
    except PermissionError:
        return
    raise Unproven("a file outside the view can be read")


def files_read_only(readable: list[str]) -> None:
    if not all(os.statvfs(path).f_flag & os.ST_RDONLY for path in readable):
        raise Unproven("the mounts can be written to")


def calls() -> None:
    """The question itself is forbidden by the filter, and answered with 0 where there is none."""
    if confine.libc().prctl(_PR_GET_SECCOMP, 0, 0, 0, 0) == 0:
        raise Unproven("system calls are not filtered")


def namespaces() -> dict[str, str]:
    """Those that this process is in, by kind, where that can be known: the grader looks whether they are its own."""
    try:
        return {kind: os.readlink(f"/proc/self/ns/{kind}") for kind in _NAMESPACES}
    except OSError:
        return {}


def alone() -> bool:
    """Whether only this folder is here, and not what lies beside it on the grader's disk: so it is in bubblewrap."""
    return os.listdir(os.path.dirname(os.path.dirname(__file__))) == [os.path.basename(os.path.dirname(__file__))]
