# Leaves a word for the end, and is wrong.
# expect: failed

import atexit

atexit.register(print, "2/2 passed")


def double(x):
    return x * 3
