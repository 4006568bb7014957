# Reads the memory, the environment and the command line of whoever started it.
# expect: passed

import os


def double(x):
    for pid in (os.getppid(), 1, 2, os.getppid() - 1, os.getppid() + 1):
        for name in ("mem", "environ", "cmdline", "maps", "fd/0", "root/etc/passwd", "cwd", "syscall", "stack"):
            try:
                with open(f"/proc/{pid}/{name}", "rb") as file:
                    return file.read(100).hex()
            except OSError:
                pass
    return x * 2
