# Closes the grader's socket and goes on.
# exercise: loop
# expect: exited, crashed, protocol, error, timeout
# due: a closed connection is told as out of memory

import os


def loop(x):
    os.close(3)
    while True:
        pass
