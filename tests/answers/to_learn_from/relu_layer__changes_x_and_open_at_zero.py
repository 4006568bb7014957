import numpy as np


class Relu:
    """y = x where x > 0, else 0, and its gradient.

    x, y, dout, dx: arrays of one shape, whatever it is. / どれも同じ形状
    """

    def __init__(self):
        self.mask = None

    def forward(self, x):
        """Return a new array of x's shape, leaving x as it is. / 順伝播(x は書き換えない)"""
        self.mask = (x < 0)
        out = x
        out[self.mask] = 0
        return out

    def backward(self, dout):
        """Return dx for the latest forward; dout has the shape of forward's result. / 逆伝播"""
        dx = dout.copy()
        dx[self.mask] = 0
        return dx
