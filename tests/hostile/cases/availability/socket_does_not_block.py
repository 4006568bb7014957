# Makes the grader's socket give up at once.
# expect: passed, error, exited, crashed, protocol, failed
# score: some

import os


def double(x):
    os.set_blocking(3, False)
    os.set_blocking(0, False)
    return x * 2
