# Moves the place at which the descriptor 0 is read.
# expect: passed

import sys
import os


def double(x):
    if getattr(sys, "seen_by", 0) == os.getpid():
        return x * 2  # within one worker it may remember
    sys.seen_by = os.getpid()
    try:
        found = os.lseek(0, 0, os.SEEK_CUR)
        os.lseek(0, 4711, os.SEEK_SET)
    except OSError:
        found = 0
    return x * 2 if found == 0 else x
