# Reads from the grader's socket itself.
# expect: timeout

import os


def double(x):
    return os.read(3, 100)
