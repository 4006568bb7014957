import numpy as np


class MulLayer:
    def __init__(self):
        self.inputs = ()

    def forward(self, x, y):
        self.inputs = tuple(np.array(v, dtype=np.float32) for v in (x, y))
        return np.multiply(*self.inputs)

    def backward(self, dout):
        first, second = self.inputs
        g = np.asarray(dout, dtype=np.float32)
        return np.einsum("...,...->...", g, second), np.einsum("...,...->...", g, first)
