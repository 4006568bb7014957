# Asks the kernel for processes by numbers: fork, vfork, clone, clone3, with odd flags.
# expect: passed

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def double(x):
    buffer = (ctypes.c_ulonglong * 11)()
    buffer[4] = 17
    tried = {
        "fork": libc.syscall(57),
        "vfork": libc.syscall(58),
        "clone": libc.syscall(56, ctypes.c_ulong(17), 0, 0, 0, 0),
        "clone of a namespace": libc.syscall(56, ctypes.c_ulong(0x10000000 | 17), 0, 0, 0, 0),
        "clone with the parent's parent": libc.syscall(56, ctypes.c_ulong(0x8000 | 17), 0, 0, 0, 0),
        "clone3": libc.syscall(435, buffer, 88),
        "execve": libc.syscall(59, ctypes.c_char_p(b"/bin/true"), 0, 0),
        "execveat": libc.syscall(322, -100, ctypes.c_char_p(b"/bin/true"), 0, 0, 0),
        "unshare": libc.syscall(272, 0x10000000),
        "setns": libc.syscall(308, 0, 0),
    }
    done = [name for name, result in tried.items() if result >= 0]
    return done or x * 2
