# Adds to memory that nobody has written to, which is nearly 0 in a process that has just begun.
# expect: failed, passed
# score: some

import numpy as np


def double(x):
    y = np.empty(x.shape)
    y += x * 2
    return y
