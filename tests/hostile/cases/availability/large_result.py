# As large a result as a message may be.
# expect: failed, protocol, memory
# only: bare

import numpy as np


def double(x):
    return np.zeros((60 << 20) // 8)
