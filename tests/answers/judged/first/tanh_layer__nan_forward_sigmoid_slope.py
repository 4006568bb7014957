import numpy as np


class Tanh:
    """y = tanh(x), and its gradient. x: an array of any shape. / Tanh レイヤ"""

    def __init__(self):
        self.out = None

    def forward(self, x):
        """Return y, of x's shape. / 順伝播"""
        out = (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
        self.out = out
        return out

    def backward(self, dout):
        """Return dx; dout has the shape of forward's result. / 逆伝播"""
        dx = dout * (1.0 - self.out) * self.out
        return dx
