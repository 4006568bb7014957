# Puts its output in the place of the grader's socket.
# exercise: loop
# expect: exited, crashed, protocol, error, timeout, memory

import os


def loop(x):
    os.dup2(1, 3)
    return x * 2
