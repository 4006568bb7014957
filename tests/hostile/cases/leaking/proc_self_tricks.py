# Reaches for files through its own entries in /proc.
# expect: passed

import os


def double(x):
    for path in ("/proc/self/root/etc/passwd", "/proc/self/cwd/etc/passwd", "/proc/thread-self/root/etc/passwd", "/proc/self/mem",
                 "/dev/fd/0", "/proc/self/fd/3", "/proc/self/pagemap", "/proc/kcore", "/proc/kallsyms", "/dev/mem", "/dev/kmsg"):
        try:
            descriptor = os.open(path, os.O_RDONLY)
        except OSError:
            continue
        if os.read(descriptor, 10):
            return path
    return x * 2
