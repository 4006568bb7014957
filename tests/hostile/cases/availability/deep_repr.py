# A list so deep that printing it ends the interpreter.
# expect: crashed, error

import sys


def double(x):
    sys.setrecursionlimit(10**9)
    deep = []
    for _ in range(1_000_000):
        deep = [deep]
    return repr(deep)
