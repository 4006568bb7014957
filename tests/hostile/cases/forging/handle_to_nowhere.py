# Hands out a handle that it made itself.
# expect: failed
# says: unsupported type

import sys


def double(x):
    return sys.modules["inside.wire"].Handle(4_000_000_000, "ndarray")
