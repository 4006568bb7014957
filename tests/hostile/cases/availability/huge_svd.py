# A computation in C that does not end in time.
# exercise: loop
# expect: timeout, memory

import numpy as np


def loop(x):
    return np.linalg.svd(np.ones((4000, 4000)))[1][:3]
