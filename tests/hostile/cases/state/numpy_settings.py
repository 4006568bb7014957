# Leaves numpy with other settings than it found.
# expect: passed

import os
import sys
import numpy as np


def double(x):
    if getattr(sys, "seen_by", 0) == os.getpid():
        return x * 2  # within one worker it may remember
    sys.seen_by = os.getpid()
    if np.geterr()["divide"] == "raise" or np.get_printoptions()["precision"] == 1:
        return x
    np.seterr(all="raise")
    np.set_printoptions(precision=1)
    np.random.seed(0)
    return x * 2
