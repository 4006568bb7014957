# Waits for a lock that it holds.
# exercise: loop
# expect: timeout

import threading


def loop(x):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
