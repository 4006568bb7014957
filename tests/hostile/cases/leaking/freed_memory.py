# Hands in memory that was freed, in the hope of finding somebody's result there.
# expect: failed

import numpy as np


def double(x):
    del np.ones(x.shape)[0:0].base, x
    return np.empty(3) * 0 + 5
