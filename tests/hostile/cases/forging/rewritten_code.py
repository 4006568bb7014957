# Swaps the code of a function of the worker in place.
# expect: failed, error, protocol

import sys


def _one(self, operation, points):
    return ("value", 1.0, points)


sys.modules["inside.interpreter"].Interpreter._one.__code__ = _one.__code__


def double(x):
    return x
