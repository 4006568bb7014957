# Returns an array that a thread changes when the call is over.
# expect: passed, failed
# score: some

import threading
import time


def double(x):
    y = x * 2

    def later():
        time.sleep(0.001)
        y[:] = 0

    threading.Thread(target=later, daemon=True).start()
    return y
