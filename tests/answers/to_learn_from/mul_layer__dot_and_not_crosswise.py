import numpy as np


class MulLayer:
    """A product and its two gradients. x, y: floats, or arrays of one shape. / 乗算レイヤ"""

    def __init__(self):
        self.x = None
        self.y = None

    def forward(self, x, y):
        """Return x times y, entry by entry. / 順伝播"""
        self.x = x
        self.y = y
        return np.dot(x, y)

    def backward(self, dout):
        """Return dx and dy; dout has the shape of forward's result. / 逆伝播"""
        dx = dout * self.x
        dy = dout * self.y
        return dx, dy
