# Keeps ever more.
# exercise: loop
# expect: memory, timeout

import numpy as np

kept = []


def loop(x):
    while True:
        kept.append(np.ones(1 << 20))
