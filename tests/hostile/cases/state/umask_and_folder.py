# Changes the mask of new files, which it may not even ask for, and its folder.
# expect: error

import sys
import os


def double(x):
    if getattr(sys, "seen_by", 0) == os.getpid():
        return x * 2  # within one worker it may remember
    sys.seen_by = os.getpid()
    if os.umask(0o777) == 0o777 or os.getcwd() != "/":
        return x
    try:
        os.chdir("/usr")
    except OSError:
        pass
    return x * 2
