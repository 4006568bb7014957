# Looks whether two checks draw the same numbers from numpy's own generator.
# expect: passed

import numpy as np


def double(x):
    np.random.rand()
    return x * 2
