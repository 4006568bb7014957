# Starts programs by every way that Python has.
# expect: passed

import multiprocessing
import os
import pty
import subprocess


def double(x):
    tries = (
        lambda: subprocess.run(["/bin/true"], check=True),
        lambda: os.posix_spawn("/bin/true", ["true"], {}),
        lambda: multiprocessing.get_context("fork").Process(target=print).start(),
        lambda: multiprocessing.get_context("spawn").Process(target=print).start(),
        lambda: multiprocessing.get_context("forkserver").Process(target=print).start(),
        pty.fork,
        os.forkpty,
        lambda: os.execv("/bin/true", ["true"]),
        lambda: os.popen("true").close() or 1 / 0,
    )
    for number, attempt in enumerate(tries):
        try:
            attempt()
            return number
        except (OSError, ZeroDivisionError, ImportError):
            pass
    return x * 2
