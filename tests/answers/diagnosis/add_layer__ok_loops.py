import numpy as np


def _each(f, *arrays):
    arrays = [np.asarray(a) for a in arrays]
    res = np.zeros(arrays[0].shape)
    for i in np.ndindex(*arrays[0].shape):
        res[i] = f(*(a[i] for a in arrays))
    return res


class AddLayer:
    def __init__(self):
        self.slopes = (1.0, 1.0)

    def forward(self, x, y):
        return _each(lambda a, b: a + b, x, y)

    def backward(self, dout):
        return tuple(_each(lambda g: g * s, dout) for s in self.slopes)
