# Names: of the machine, of its thread, of its group.
# expect: passed

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def double(x):
    seen = os.uname()
    libc.prctl(15, b"hostile", 0, 0, 0)
    for call in (170, 171):
        if libc.syscall(call, ctypes.c_char_p(b"hostile"), 7) >= 0:
            return x
    return x * 2 if seen == os.uname() else x
