# Reads from the grader's socket itself.
# exercise: loop
# expect: timeout

import os


def loop(x):
    return os.read(3, 100)
