# 32 GB at once.
# expect: memory

import numpy as np


def double(x):
    return np.ones(1 << 32)
