# NaNs of every kind, one of them equal to the result in its last bits.
# expect: failed

import numpy as np


def double(x):
    bits = (2 * x).view(np.uint64) | np.uint64(0x7FF8000000000000)
    return bits.view(np.float64)
