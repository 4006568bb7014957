# A view of one number that pretends to be a terabyte.
# expect: memory, error, failed, protocol

import numpy as np


def double(x):
    return np.broadcast_to(1.0, (10**6, 10**6))
