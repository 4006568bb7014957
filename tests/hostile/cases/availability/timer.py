# A timer that goes off a thousand times a second.
# expect: passed, failed, error, crashed
# score: some

import signal


def double(x):
    signal.signal(signal.SIGALRM, lambda *args: None)
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    return x * 2
