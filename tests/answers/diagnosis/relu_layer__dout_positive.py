import numpy as np


class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.x = x.copy()
        return np.maximum(0, x)

    def backward(self, dout):
        dout = dout.copy()
        dout[dout <= 0] = 0
        return dout
