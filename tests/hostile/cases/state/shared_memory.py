# Segments, semaphores and queues that outlive their makers.
# expect: passed

import ctypes
from multiprocessing import shared_memory

libc = ctypes.CDLL(None, use_errno=True)


def double(x):
    key = 0x67726164
    tried = {
        "shmget": libc.syscall(29, key, 4096, 0o1666), "semget": libc.syscall(64, key, 1, 0o1666), "msgget": libc.syscall(68, key, 0o1666),
        "mq_open": libc.syscall(240, ctypes.c_char_p(b"gradkata-hostile"), 0o102, 0o666, 0),
        "memfd": libc.syscall(319, ctypes.c_char_p(b"gradkata-hostile"), 0), "memfd_secret": libc.syscall(447, 0),
        "inotify": libc.syscall(294, 0), "signalfd": libc.syscall(289, -1, ctypes.create_string_buffer(8), 8, 0),
    }
    done = [name for name, result in tried.items() if result >= 0]
    try:
        shared_memory.SharedMemory("gradkata-hostile", create=True, size=100)
        done.append("posix")
    except OSError:
        pass
    return done or x * 2
