# An exception with so long a traceback that walking it takes long.
# expect: error

import sys


def double(x):
    sys.setrecursionlimit(60_000)

    def deeper(n):
        if n == 0:
            raise ValueError("deep")
        deeper(n - 1)

    deeper(5_000)
