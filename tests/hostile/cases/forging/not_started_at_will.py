# Tells of every exception that the answer is not written yet.
# expect: error, failed

import sys

interpreter = sys.modules["inside.interpreter"]
interpreter.describe = lambda error, filename: ("error", "not_implemented", "NotImplementedError", "", None)


def double(x):
    raise ValueError(x)
