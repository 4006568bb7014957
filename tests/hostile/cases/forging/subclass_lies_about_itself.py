# An array that gives another dtype, shape and bytes than it has.
# expect: failed, protocol, error, exited, crashed

import numpy as np


class Liar(np.ndarray):
    dtype = property(lambda self: np.dtype("<f8"))
    shape = property(lambda self: (3,))

    def tobytes(self, *args):
        return b"\0" * 24


def double(x):
    return np.zeros(7, np.int8).view(Liar)
