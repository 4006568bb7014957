# A thread that writes on the grader's socket between the calls.
# expect: protocol, failed, passed
# score: some

import os
import threading
import time


def later():
    while True:
        time.sleep(0.0005)
        os.write(3, b"\0")


threading.Thread(target=later, daemon=True).start()


def double(x):
    time.sleep(0.01)
    return x * 2
