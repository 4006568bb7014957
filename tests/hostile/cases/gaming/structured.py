# Records for numbers.
# expect: failed

import numpy as np


def double(x):
    return np.zeros(x.shape, [("a" * 5000, float), ("b", "V1000000")])
