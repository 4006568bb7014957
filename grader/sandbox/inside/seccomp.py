"""A seccomp filter: which system calls a worker may make. Everything else fails with EPERM.

A list of what is allowed, rather than of what is forbidden, so that a call that the next kernel adds is
refused too. EPERM rather than a kill: numpy probes (mbind) and must be allowed to fail. No processes
(threads are fine), no exec, no sockets, no signals to anyone, no ptrace, namespaces, mounts, keys, bpf,
io_uring, memfd, shared memory, chmod, links or changes of limits: they are simply not in the list.
"""

from __future__ import annotations

import ctypes
import errno
import os

_ARCHITECTURES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}  # AUDIT_ARCH_*, column below

# name: number on x86_64, on aarch64 (kernel headers, asm/unistd_64.h and asm-generic/unistd.h)
_ALLOWED = {
    # files; Landlock decides which
    "read": (0, 63),
    "write": (1, 64),
    "readv": (19, 65),
    "writev": (20, 66),
    "pread64": (17, 67),
    "pwrite64": (18, 68),
    "lseek": (8, 62),
    "close": (3, 57),
    "close_range": (436, 436),
    "fstat": (5, 80),
    "newfstatat": (262, 79),
    "statx": (332, 291),
    "stat": (4, None),
    "lstat": (6, None),
    "access": (21, None),
    "faccessat": (269, 48),
    "faccessat2": (439, 439),
    "readlink": (89, None),
    "readlinkat": (267, 78),
    "getcwd": (79, 17),
    "getdents64": (217, 61),
    "open": (2, None),
    "openat": (257, 56),
    "dup": (32, 23),
    "dup2": (33, None),
    "pipe": (22, None),
    "pipe2": (293, 59),
    "poll": (7, None),
    "ppoll": (271, 73),
    "select": (23, None),
    "pselect6": (270, 72),
    # memory
    "mmap": (9, 222),
    "munmap": (11, 215),
    "mremap": (25, 216),
    "mprotect": (10, 226),
    "madvise": (28, 233),
    "brk": (12, 214),
    # threads and own signals
    "futex": (202, 98),
    "set_robust_list": (273, 99),
    "rseq": (334, 293),
    "set_tid_address": (218, 96),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132),
    "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123),
    "getcpu": (309, 168),
    "restart_syscall": (219, 128),
    "exit": (60, 93),
    "exit_group": (231, 94),
    # time and chance
    "nanosleep": (35, 101),
    "clock_nanosleep": (230, 115),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "gettimeofday": (96, 169),
    "time": (201, None),
    "getrandom": (318, 278),
    # questions about itself
    "getpid": (39, 172),
    "gettid": (186, 178),
    "getppid": (110, 173),
    "getuid": (102, 174),
    "geteuid": (107, 175),
    "getgid": (104, 176),
    "getegid": (108, 177),
    "getrlimit": (97, 163),
    "getrusage": (98, 165),
    "uname": (63, 160),
    "sysinfo": (99, 179),
}

# What a thread is made with (pthread_create of glibc, and of musl, which adds CLONE_DETACHED), exactly: each flag more is a
# namespace, a process that shares its memory, or a parent that is not told.
_THREAD = (0x003D0F00, 0x007D0F00)

# Allowed when each of the arguments is one of its values: (numbers), {argument: values}.
_WHEN: dict[str, tuple[tuple[int, int], dict[int, tuple[int, ...]]]] = {
    "ioctl": ((16, 29), {1: (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)}),  # TCGETS, size, FION*, FIO*CLEX
    "fcntl": ((72, 25), {1: (0, 1, 2, 3, 1030)}),  # dup, reading flags; not F_SETFL, F_SETOWN, locks or leases
    "prctl": ((157, 167), {0: (15, 16)}),  # a thread's own name
    "prlimit64": ((302, 261), {0: (0,), 2: (0,)}),  # reading its own limits, not setting them
    "sendto": ((44, 206), {3: (0,), 4: (0,)}),  # Python's sock.send: no address, to anywhere, and nothing out of band
    "recvfrom": ((45, 207), {3: (0,)}),  # Python's sock.recv
    "clone": ((56, 220), {0: _THREAD}),
}
_CLONE3 = (435, 435)

_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_DENY, _NO_SUCH_CALL = 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS
_NUMBER, _ARCH, _ARGS = 0, 4, 16  # offsets in struct seccomp_data


class _Instruction(ctypes.Structure):
    _fields_ = [
        ("code", ctypes.c_ushort),
        ("jt", ctypes.c_ubyte),
        ("jf", ctypes.c_ubyte),
        ("k", ctypes.c_uint),
    ]


class Program(ctypes.Structure):
    """struct sock_fprog; keeps its instructions alive."""

    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.POINTER(_Instruction))]


def build() -> Program | None:
    """The filter for this processor, or None where its numbers are not known."""
    known = _ARCHITECTURES.get(os.uname().machine)
    if known is None or ctypes.sizeof(ctypes.c_void_p) != 8:
        return None
    architecture, column = known
    code: list[tuple[int, int, int, int]] = [
        (_LOAD, 0, 0, _ARCH),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, 0x40000000),  # the x32 calls of x86_64
        (_RETURN, 0, 0, _DENY),
    ]
    for numbers in _ALLOWED.values():
        number = numbers[column]
        if number is not None:
            code += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ALLOW)]
    for numbers, wanted in _WHEN.values():
        body: list[tuple[int, int, int, int]] = []
        for argument, values in wanted.items():
            body.append((_LOAD, 0, 0, _ARGS + 8 * argument))
            body += [(_EQUAL, len(values) - i, 0, value) for i, value in enumerate(values)]
            body += [
                (_RETURN, 0, 0, _DENY),
                (_LOAD, 0, 0, _ARGS + 8 * argument + 4),  # some are pointers: the high word counts too
                (_EQUAL, 1, 0, 0),
                (_RETURN, 0, 0, _DENY),
            ]
        body.append((_RETURN, 0, 0, _ALLOW))
        code += [(_EQUAL, 0, len(body), numbers[column]), *body]
    code += [
        (_EQUAL, 0, 1, _CLONE3[column]),
        (_RETURN, 0, 0, _NO_SUCH_CALL),  # its flags lie in memory, out of a filter's sight; libc falls back
        (_RETURN, 0, 0, _DENY),
    ]
    instructions = (_Instruction * len(code))(*(_Instruction(*one) for one in code))
    return Program(len(code), ctypes.cast(instructions, ctypes.POINTER(_Instruction)))
