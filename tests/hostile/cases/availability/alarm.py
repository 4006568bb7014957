# An alarm that nobody handles.
# expect: crashed
# says: SIGALRM

import signal
import time


def double(x):
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    time.sleep(5)
