import numpy as np


class MulLayer:
    """A product and its two gradients. x, y: floats, or arrays of one shape. / 乗算レイヤ"""

    def __init__(self):
        self.x = None
        self.y = None

    def forward(self, x, y):
        """Return x times y, entry by entry. / 順伝播"""
        # BEGIN SOLUTION
        self.x = x
        self.y = y
        return x * y
        # END SOLUTION

    def backward(self, dout):
        """Return dx and dy; dout has the shape of forward's result. / 逆伝播"""
        # BEGIN SOLUTION
        dx = dout * self.y
        dy = dout * self.x
        return dx, dy
        # END SOLUTION
