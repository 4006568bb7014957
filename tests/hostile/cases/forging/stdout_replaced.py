# Puts something else in the place of the output.
# expect: passed

import sys


class Out:
    def flush(self):
        raise ValueError("closed")

    def __getattr__(self, name):
        raise AttributeError(name)


def double(x):
    sys.stdout = sys.stderr = Out()
    return x * 2
