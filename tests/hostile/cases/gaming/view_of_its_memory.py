# A view into a buffer that it goes on changing.
# expect: failed
# score: some

import numpy as np

buffer = np.zeros(1 << 12)


def double(x):
    buffer[:] += 1
    return buffer[: x.size].reshape(x.shape)
