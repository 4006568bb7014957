# An alarm that goes off while the grader waits for nothing.
# expect: passed, failed, crashed, error
# score: some

import signal


def double(x):
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, 0.000_05)
    return x * 2
