# A text far beyond what a worker would send of an exception.
# expect: error, failed, protocol
# apart: yes
# only: bare

import sys

interpreter = sys.modules["inside.interpreter"]
interpreter.describe = lambda error, filename: ("error", "exception", "V" * 5_000_000, "long " * 5_000_000, None)


def double(x):
    raise ValueError
