# Lets the kernel signal somebody else: by fcntl, by prctl, by timers.
# expect: passed

import ctypes
import fcntl
import os

libc = ctypes.CDLL(None, use_errno=True)


def double(x):
    buffer = ctypes.create_string_buffer(64)
    done = []
    for command, argument in ((8, os.getppid()), (15, os.getppid()), (10, 9), (1024, 0), (1026, -1)):
        try:
            fcntl.fcntl(3, command, argument)
            done.append(command)
        except OSError:
            pass
    for name, result in {
        "pdeathsig": libc.syscall(157, 1, 9, 0, 0, 0), "timer_create": libc.syscall(222, 0, buffer, buffer),
        "subreaper": libc.syscall(157, 36, 1, 0, 0, 0), "setpgid": libc.syscall(109, 0, 0), "setsid": libc.syscall(112),
        "dumpable": libc.syscall(157, 4, 1, 0, 0, 0), "seccomp": libc.syscall(317, 0, 0, 0),
    }.items():
        if result >= 0:
            done.append(name)
    return done or x * 2
