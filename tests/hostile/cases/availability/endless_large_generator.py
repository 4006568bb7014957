# Yields large arrays without end.
# exercise: mini_batches
# expect: failed, memory, error, protocol, timeout

import numpy as np


def mini_batches(x, t, batch_size, rng):
    while True:
        yield np.zeros(1 << 20), t
