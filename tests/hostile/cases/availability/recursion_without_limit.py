# Calls itself, with no limit.
# exercise: loop
# expect: crashed, memory, timeout, error

import sys


def loop(x):
    sys.setrecursionlimit(2**31 - 1)

    def deeper():
        return [*map(lambda _: deeper(), [0])]

    return deeper()
