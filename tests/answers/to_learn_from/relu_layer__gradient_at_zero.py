import numpy as np


class Relu:
    def __init__(self):
        self.cache = None

    def forward(self, x):
        out = np.maximum(0, x)
        self.cache = x.copy()
        return out

    def backward(self, dout):
        negative = self.cache < 0
        dout[negative] = 0
        return dout
