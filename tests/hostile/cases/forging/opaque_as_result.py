# A placeholder that is called like what is wanted.
# expect: failed

import sys


def double(x):
    return sys.modules["inside.wire"].Opaque("array of float64")
