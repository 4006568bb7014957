# Keeps ever more.
# expect: memory, timeout

import numpy as np

kept = []


def double(x):
    while True:
        kept.append(np.ones(1 << 20))
