# Leaves numpy with other settings than it found.
# expect: passed

import numpy as np


def double(x):
    if np.geterr()["divide"] == "raise" or np.get_printoptions()["precision"] == 1:
        return x
    np.seterr(all="raise")
    np.set_printoptions(precision=1)
    np.random.seed(0)
    return x * 2
