# Waits for a lock that it holds.
# expect: timeout

import threading


def double(x):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
