# Leaves the interpreter with other limits.
# expect: passed

import os
import sys
import threading


def double(x):
    if getattr(sys, "seen_by", 0) == os.getpid():
        return x * 2  # within one worker it may remember
    sys.seen_by = os.getpid()
    if sys.get_int_max_str_digits() == 640 or sys.getswitchinterval() > 10:
        return x
    sys.set_int_max_str_digits(640)
    sys.setswitchinterval(1000)
    sys.setrecursionlimit(200)
    threading.stack_size(1 << 20)
    return x * 2
