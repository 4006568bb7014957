# Raises what means that nothing was handed in.
# expect: error, failed
# due: an answer chooses the status that means that there is none

import sys


def double(x):
    raise sys.modules["inside.interpreter"].MissingSymbol("double")
