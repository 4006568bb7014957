# An error on such a line.
# expect: error, failed, protocol

import sys

interpreter = sys.modules["inside.interpreter"]
interpreter.describe = lambda error, filename: ("error", "exception", "ValueError", "here", 10**5000)


def double(x):
    raise ValueError
