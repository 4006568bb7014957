# Says of itself that it is an array.
# expect: failed, error

import numpy as np


class Pretender:
    __class__ = np.ndarray
    dtype = np.dtype(float)
    shape = (3,)


def double(x):
    return Pretender()
