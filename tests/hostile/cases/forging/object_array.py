# Objects in an array, which would be unpickled.
# expect: failed

import numpy as np


def double(x):
    return np.array([object(), lambda: 1, 3], dtype=object)
