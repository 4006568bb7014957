# Opens files by newer ways: openat2, handles, io_uring, mounts.
# expect: passed

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def double(x):
    buffer = ctypes.create_string_buffer(4096)
    path = ctypes.c_char_p(b"/etc/passwd")
    tried = {
        "openat2": libc.syscall(437, -100, path, buffer, 24),
        "name_to_handle_at": libc.syscall(303, -100, path, buffer, buffer, 0),
        "open_by_handle_at": libc.syscall(304, -100, buffer, 0),
        "io_uring_setup": libc.syscall(425, 8, buffer),
        "open_tree": libc.syscall(428, -100, path, 1),
        "fsopen": libc.syscall(430, ctypes.c_char_p(b"tmpfs"), 0),
        "mount": libc.syscall(165, 0, path, 0, 0, 0),
        "chroot": libc.syscall(161, ctypes.c_char_p(b"/tmp")),
        "fanotify_init": libc.syscall(300, 0, 0),
        "bpf": libc.syscall(321, 0, buffer, 64),
        "userfaultfd": libc.syscall(323, 0),
        "quotactl": libc.syscall(179, 0, 0, 0, 0),
        "syslog": libc.syscall(103, 3, buffer, 4096),
    }
    done = [name for name, result in tried.items() if result >= 0]
    return done or x * 2
