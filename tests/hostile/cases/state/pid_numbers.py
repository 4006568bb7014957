# Reads how many processes there were since the last one.
# expect: passed

import os
import threading


def double(x):
    assert os.getpid() > 1 and threading.get_native_id() > 1
    return x * 2
