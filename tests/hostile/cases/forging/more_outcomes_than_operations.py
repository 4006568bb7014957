# Three outcomes for one call.
# expect: protocol

import sys

interpreter = sys.modules["inside.interpreter"]
real = interpreter.wire.Encoder.write


def write(self, value, depth=0):
    real(self, value * 3 if depth == 0 and isinstance(value, list) and value else value, depth)


interpreter.wire.Encoder.write = write


def double(x):
    return x * 2
