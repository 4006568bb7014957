import numpy as np


class MulLayer:
    def __init__(self):
        self.x = self.y = self.out = None

    def forward(self, x, y):
        self.x = x
        self.y = y
        self.out = x * y
        return self.out

    def backward(self, dout):
        # out = x*y  ->  d out/dx = out / x
        dx = dout * (self.out / self.x)
        dy = dout * (self.out / self.y)
        return dx, dy
