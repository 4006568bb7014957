import numpy as np


class Sigmoid:
    """y = 1 / (1 + exp(-x)), and its gradient. x: an array of any shape. / Sigmoid レイヤ"""

    def __init__(self):
        self.out = None

    def forward(self, x):
        """Return y, of x's shape. / 順伝播"""
        # BEGIN SOLUTION
        e = np.exp(-np.abs(x))  # never larger than 1, so nothing overflows
        self.out = np.where(x >= 0, 1.0, e) / (1.0 + e)
        return self.out
        # END SOLUTION

    def backward(self, dout):
        """Return dx; dout has the shape of forward's result. / 逆伝播"""
        # BEGIN SOLUTION
        return dout * self.out * (1.0 - self.out)
        # END SOLUTION
