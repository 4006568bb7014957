import numpy as np


class Sigmoid:
    """y = 1 / (1 + exp(-x)), and its gradient. x: an array of any shape. / Sigmoid レイヤ"""

    def __init__(self):
        self.out = None

    def forward(self, x):
        """Return y, of x's shape. / 順伝播"""
        e = np.exp(x)
        self.out = e / (1 + e)
        return self.out

    def backward(self, dout):
        """Return dx; dout has the shape of forward's result. / 逆伝播"""
        return self.out * (1 - self.out)
