# A list so deep that printing it ends the interpreter.
# exercise: loop
# expect: crashed, error, timeout

import sys


def loop(x):
    sys.setrecursionlimit(10**9)
    deep = []
    for _ in range(1_000_000):
        deep = [deep]
    return repr(deep)
