# Writes on the grader's socket until it is full.
# expect: protocol

import os


def double(x):
    while True:
        os.write(3, b"x" * 65536)
