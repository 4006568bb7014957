# Too large for any tolerance to be computed from it.
# expect: failed
# due: the diagnosis warns on stderr of an overflow, with a path of this machine
# apart: yes

import numpy as np


def double(x):
    return np.full(x.shape, 1.7e308)
