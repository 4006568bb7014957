# Raises what means that nothing was handed in.
# expect: error, failed

import sys


def double(x):
    raise sys.modules["inside.interpreter"].MissingSymbol("double")
