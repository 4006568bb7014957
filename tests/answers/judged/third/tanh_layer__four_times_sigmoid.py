import numpy as np


def _sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


class Tanh:
    """tanh layer. The slope is four times that of the sigmoid, so I reuse what I had there."""

    def __init__(self):
        self.s = None

    def forward(self, x):
        self.s = _sigmoid(x)
        return np.tanh(x)

    def backward(self, dout):
        slope = 4 * self.s * (1 - self.s)   # 1 at the origin
        return dout * slope
