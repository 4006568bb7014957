# Asks the kernel for another process's memory, descriptors and registers.
# expect: passed

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def double(x):
    parent = os.getppid()
    buffer = ctypes.create_string_buffer(64)
    piece = (ctypes.c_void_p * 2)(ctypes.addressof(buffer), 64)
    tried = {
        "process_vm_readv": libc.syscall(310, parent, piece, 1, piece, 1, 0),
        "process_vm_writev": libc.syscall(311, parent, piece, 1, piece, 1, 0),
        "ptrace": libc.syscall(101, 16, parent, 0, 0),
        "pidfd_open": libc.syscall(434, parent, 0),
        "pidfd_getfd": libc.syscall(438, 3, 0, 0),
        "kcmp": libc.syscall(312, parent, parent, 0, 0, 0),
        "process_madvise": libc.syscall(440, 0, piece, 1, 4, 0),
        "perf_event_open": libc.syscall(298, buffer, parent, -1, -1, 0),
        "move_pages": libc.syscall(279, parent, 0, 0, 0, 0, 0),
        "get_robust_list of another": 0 if libc.syscall(274, parent, piece, ctypes.byref(ctypes.c_size_t())) < 0 else -2,
    }
    done = [name for name, result in tried.items() if (result >= 0) != (name.startswith("get_robust"))]
    return done or x * 2
