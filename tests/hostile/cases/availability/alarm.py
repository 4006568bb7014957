# An alarm that nobody handles: it cannot be set.
# expect: error
# says: not permitted

import signal
import time


def double(x):
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    time.sleep(5)
