# Too large for any tolerance to be computed from it.
# expect: failed
# apart: yes

import numpy as np


def double(x):
    return np.full(x.shape, 1.7e308)
