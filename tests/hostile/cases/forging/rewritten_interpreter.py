# Replaces what carries out the check's operations.
# expect: failed, error, protocol

import sys

interpreter = sys.modules["inside.interpreter"]
interpreter.Interpreter._one = lambda self, operation, points: ("value", True, points)


def double(x):
    return x
