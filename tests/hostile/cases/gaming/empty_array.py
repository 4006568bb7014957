# An empty array, which is close to everything.
# expect: failed
# says: shape \(0,\), expected \(3,\)

import numpy as np


def double(x):
    return np.zeros(0)
