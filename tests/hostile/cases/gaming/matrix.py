# A subclass that multiplies otherwise.
# expect: failed

import numpy as np


def double(x):
    return np.asmatrix(2 * x)
