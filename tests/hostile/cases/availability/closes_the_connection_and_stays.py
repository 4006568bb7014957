# Closes the grader's socket and goes on.
# exercise: loop
# expect: exited, crashed, protocol, error, timeout

import os


def loop(x):
    os.close(3)
    while True:
        pass
