import math

import numpy as np


def _one(v):
    if v >= 0:
        return 1 / (1 + math.exp(-v))
    e = math.exp(v)
    return e / (1 + e)


sigmoid = np.vectorize(_one, otypes=[float])
