# An array whose arithmetic always gives 0; what it holds is wrong.
# expect: failed

import numpy as np


class Zero(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return np.zeros(3)

    def __sub__(self, other):
        return np.zeros(3)


def double(x):
    return np.array(x).view(Zero)
