# Sends signals to its parent, its group, its session.
# expect: passed

import ctypes
import os
import signal

libc = ctypes.CDLL(None, use_errno=True)


def double(x):
    for pid in (os.getppid(), os.getpid(), 1, 0):
        try:
            os.kill(pid, signal.SIGCONT if pid != os.getppid() else signal.SIGTERM)
            return pid
        except OSError:
            pass
    tried = [libc.syscall(200, os.getppid(), 0), libc.syscall(234, os.getppid(), os.getppid(), 0), libc.syscall(129, os.getppid(), 18, 0)]
    return [n for n in tried if n >= 0] or x * 2
