# Closes its output, and is right.
# expect: passed

import os


def double(x):
    for number in (0, 1, 2):
        os.close(number)
    return x * 2
