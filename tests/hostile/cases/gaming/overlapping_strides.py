# Every entry is the same entry.
# expect: failed

import numpy as np


def double(x):
    return np.lib.stride_tricks.as_strided((2 * x).ravel(), x.shape, (0,) * x.ndim)
