import numpy as np


class Sigmoid:
    """y = 1 / (1 + exp(-x)), entry by entry, and its gradient.

    x, y, dout, dx: arrays of one shape, whatever it is. / どれも同じ形状
    """

    def __init__(self):
        self.y = None

    def forward(self, x):
        """Return the sigmoid of x, finite for every |x| up to 10000. / 順伝播"""
        raise NotImplementedError  # write your answer here / ここに書く

    def backward(self, dout):
        """Return dx for the latest forward; dout has the shape of forward's result. / 逆伝播"""
        raise NotImplementedError  # write your answer here / ここに書く
