import numpy as np


class MulLayer:
    """z = x * y. The slope along x is z / x, and along y it is z / y."""

    def __init__(self):
        self.x = None
        self.y = None
        self.out = None

    def forward(self, x, y):
        self.x, self.y = x, y
        self.out = x * y
        return self.out

    def backward(self, dout):
        dx = dout * self.out / self.x
        dy = dout * self.out / self.y
        return dx, dy
