import numpy as np


class MulLayer:
    """A product and its two gradients. x, y: floats, or arrays of one shape. / 乗算レイヤ"""

    def __init__(self):
        self.x = None
        self.y = None
        self.a = None

    def forward(self, x, y):
        self.x, self.y = x, y
        self.a = x * y
        return self.a

    def backward(self, dout):
        # a = xy, so da/dx = a/x and da/dy = a/y
        dx = dout * self.a / self.x
        dy = dout * self.a / self.y
        return dx, dy
