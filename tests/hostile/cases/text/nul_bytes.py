# Prints zeros.
# expect: failed

import os


def double(x):
    os.write(1, b"\0" * 5000)
    os.write(2, b"\0\n\r\0")
    return x * 3
