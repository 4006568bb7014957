# Closes its output, and is right.
# expect: passed

import os


def double(x):
    for number in (0, 1, 2):
        try:
            os.close(number)
        except OSError:
            pass  # of an earlier call
    return x * 2
