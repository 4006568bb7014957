import numpy as np


class Relu:
    """y = x where x > 0, else 0, and its gradient."""

    def __init__(self):
        self.Z = None

    def forward(self, x):
        self.Z = np.array(x)
        return np.where(x > 0, x, 0.0)

    def backward(self, dout):
        delta = dout.copy()
        delta[self.Z == 0] = 0
        return delta
