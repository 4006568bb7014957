import numpy as np


class Sigmoid:
    """y = 1 / (1 + exp(-x)), entry by entry, and its gradient.

    x, y, dout, dx: arrays of one shape, whatever it is. / どれも同じ形状
    """

    def __init__(self):
        self.y = None

    def forward(self, x):
        """Return the sigmoid of x, finite for every |x| up to 10000. / 順伝播"""
        # BEGIN SOLUTION
        z = np.exp(-np.abs(x))  # never above 1, so nothing overflows
        self.y = np.where(x >= 0, 1.0, z) / (1.0 + z)
        return self.y
        # END SOLUTION

    def backward(self, dout):
        """Return dx for the latest forward; dout has the shape of forward's result. / 逆伝播"""
        # BEGIN SOLUTION
        return dout * self.y * (1.0 - self.y)
        # END SOLUTION
