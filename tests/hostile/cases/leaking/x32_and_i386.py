# Asks for system calls by their numbers in other tables.
# expect: passed

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def double(x):
    path = ctypes.c_char_p(b"/etc/passwd")
    done = [bit for bit in (0x40000000, 0x40000000 | 2, -1, 1 << 31) if libc.syscall(ctypes.c_long(bit | 57), path, 0) >= 0]
    return done or x * 2
