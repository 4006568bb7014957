# Puts the grader's socket in the place of its output, and prints.
# expect: protocol

import os
import sys


def double(x):
    os.dup2(3, 1)
    print("passed" * 100)
    sys.stdout.flush()
    return x * 2
