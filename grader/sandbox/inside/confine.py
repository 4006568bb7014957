"""What a worker gives up before it sees a line of student code. Linux; elsewhere only what `resource` offers.

Each layer is applied alone; `zygote.Layers` has their order, and `proofs.py` asks the kernel whether each holds.
What no layer but bubblewrap covers: `stat` of files outside the view (names, sizes, times).
"""

from __future__ import annotations

import ctypes
import os
import signal
import struct
import sys

from . import seccomp

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 1, 38, 22, 2
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446  # the same numbers everywhere
_LANDLOCK_READ = 1 << 2 | 1 << 3  # READ_FILE | READ_DIR
_LANDLOCK_READ_FILE = 1 << 2
_FILE_RIGHTS_BY_ABI = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # how many rights each version knows
_CLONE_NEWUSER, _CLONE_NEWNET, _CLONE_NEWIPC, _CLONE_NEWNS = 0x10000000, 0x40000000, 0x08000000, 0x00020000
_MOUNT_SETATTR, _AT_FDCWD, _AT_RECURSIVE, _MOUNT_RDONLY, _MS_PRIVATE = 442, -100, 0x8000, 1, 1 << 18
_NOBODY = 65534
CAPABILITY_VERSION = 0x20080522

MEMORY_BYTES = 1 << 30  # beyond what the interpreter and numpy have already
MAX_FILES = 64
MAX_TASKS = (
    128  # threads and processes of a worker's user: more than `Worker` lets it have, and a few that wait in reserve
)
_FIRST_OWN_UID = 0x70000000  # beyond those that anybody is given

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def libc() -> ctypes.CDLL:
    """The C library; only on Linux."""
    assert _libc is not None
    return _libc


def _call(number: int, *args: object) -> int:
    result = libc().syscall(number, *args)
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return int(result)


def _prctl(*args: object) -> None:
    if libc().prctl(*args) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def enter_namespaces() -> None:
    """Leave the network, the shared memory and the mounts of the machine; for the zygote, so that workers inherit it.
    Raises OSError where the system does not allow it."""
    uid, gid = os.getuid(), os.getgid()
    flags = _CLONE_NEWNET | _CLONE_NEWIPC | _CLONE_NEWNS | (_CLONE_NEWUSER if uid else 0)
    if libc().unshare(flags) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    if uid:
        for name, text in (
            ("setgroups", "deny"),
            ("uid_map", f"{uid} {uid} 1"),
            ("gid_map", f"{gid} {gid} 1"),
        ):
            with open(f"/proc/self/{name}", "w") as file:
                file.write(text)


def make_files_read_only() -> None:
    """In own mounts: nothing that a worker reads leaves a time of access for the next one to see. Raises OSError."""
    attributes = struct.pack("<QQQQ", _MOUNT_RDONLY, 0, _MS_PRIVATE, 0)
    _call(_MOUNT_SETATTR, _AT_FDCWD, b"/", _AT_RECURSIVE, attributes, ctypes.c_size_t(len(attributes)))


def landlock_version() -> int:
    """The kernel's Landlock version. Raises OSError where there is none."""
    return _call(_LANDLOCK_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint(1))


def landlock_ruleset(readable: list[str]) -> int:
    """A descriptor of rules that allow reading below `readable` and nothing else. Raises OSError."""
    version = landlock_version()
    rights = (1 << _FILE_RIGHTS_BY_ABI.get(version, 16)) - 1
    network = 3 if version >= 4 else 0  # bind, connect
    scoped = 3 if version >= 6 else 0  # abstract sockets, signals
    attributes = struct.pack("<QQQ", rights, network, scoped)[: 8 if version < 4 else 16 if version < 6 else 24]
    ruleset = _call(_LANDLOCK_CREATE, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint(0))
    for path in readable:
        try:
            descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue  # what does not exist needs no rule
        allowed = _LANDLOCK_READ if os.path.isdir(path) else _LANDLOCK_READ_FILE
        _call(_LANDLOCK_ADD, ruleset, 1, struct.pack("<Qi", allowed, descriptor), 0)
        os.close(descriptor)
    return ruleset


def drop_user(folders: list[str]) -> None:
    """As root become nobody, and no other worker's nobody where there are such users, if the interpreter can still be read
    then. Raises OSError."""
    if os.getuid() != 0:
        return
    for folder in folders:
        while folder != os.path.dirname(folder):
            if os.stat(folder).st_mode & 0o005 != 0o005 and os.path.isdir(folder):
                raise OSError(f"{folder} is closed to other users")
            folder = os.path.dirname(folder)
    os.setgroups([])
    os.setresgid(_NOBODY, _NOBODY, _NOBODY)
    own = _FIRST_OWN_UID + os.getpid()
    try:
        os.setresuid(own, own, own)
    except OSError:  # in a user namespace that has not so many
        os.setresuid(_NOBODY, _NOBODY, _NOBODY)


def drop_capabilities() -> None:
    """Give up every capability, also those inside an own user namespace. Raises OSError."""
    header = struct.pack("<Ii", CAPABILITY_VERSION, 0)
    if libc().capset(header, bytes(24)) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def set_limits(cpu_seconds: int) -> None:
    """Memory, processor time, files, processes, core dumps. Raises OSError or ValueError."""
    import resource

    used = 0
    if sys.platform == "linux":
        with open("/proc/self/statm") as file:
            used = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _set_limit(resource.RLIMIT_NOFILE, MAX_FILES)
    if sys.platform == "linux":  # macOS does not keep RLIMIT_AS; NPROC there counts the whole desktop
        _set_limit(resource.RLIMIT_AS, used + MEMORY_BYTES)


def _set_limit(kind: int, most: int) -> None:
    """To so much, or to what this machine allows if that is less. What an answer then lacks is no fault of its own: before a
    lack of memory counts, the grader asks for as much (`host.lacks_memory`)."""
    import resource

    allowed = resource.getrlimit(kind)[1]
    limit = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
    resource.setrlimit(kind, (limit, limit))


def limit_tasks() -> None:
    """So many threads and processes as all of its user's may be. The kernel counts those of a user namespace apart from the
    user's others, and nothing of root's. Raises OSError or ValueError."""
    import resource

    _set_limit(resource.RLIMIT_NPROC, MAX_TASKS)


def end_with(parent: int) -> None:
    """Be killed when the parent ends, however it does. To be called last of what changes the user, which would undo it."""
    _prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    if os.getppid() != parent:
        raise OSError("the zygote has ended")


def no_new_privileges() -> None:
    _prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def restrict_files(ruleset: int) -> None:
    _call(_LANDLOCK_RESTRICT, ruleset, 0)
    os.close(ruleset)


def filter_calls(program: seccomp.Program) -> None:
    _prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0)
