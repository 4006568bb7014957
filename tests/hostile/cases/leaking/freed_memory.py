# Hands in memory that was freed, in the hope of finding somebody's result there.
# expect: failed

import numpy as np


def double(x):
    for _ in range(100):
        left = np.empty(x.shape)
    return left
