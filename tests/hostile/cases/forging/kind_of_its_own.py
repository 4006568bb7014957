# An error of a kind that does not exist.
# expect: error, failed, protocol

import sys

interpreter = sys.modules["inside.interpreter"]
interpreter.describe = lambda error, filename: ("error", "passed", "Nothing", "all is well", None)


def double(x):
    raise ValueError
