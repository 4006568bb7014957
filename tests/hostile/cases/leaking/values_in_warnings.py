# Warns of its inputs, in words like numpy's.
# expect: failed

import warnings


def double(x):
    warnings.warn(f"overflow encountered in {abs(float(x.ravel()[0])):.0f}", RuntimeWarning, stacklevel=1)
    warnings.warn("overflow encountered in " + "abcdefgh"[int(abs(x.ravel()[0])) % 8], RuntimeWarning, stacklevel=1)
    return x * 3
