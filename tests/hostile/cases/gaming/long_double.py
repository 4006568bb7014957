# Right, in a wider type.
# expect: passed

import numpy as np


def double(x):
    return (2 * x).astype(np.longdouble)
