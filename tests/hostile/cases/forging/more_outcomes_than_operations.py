# Three outcomes for one call.
# expect: protocol

import sys

interpreter = sys.modules["inside.interpreter"]
real = interpreter.wire.dumps
interpreter.wire.dumps = lambda value: real(value * 3 if isinstance(value, list) and value else value)


def double(x):
    return x * 2
