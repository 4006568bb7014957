import numpy as np


class AddLayer:
    """A sum and its two gradients. x, y: floats, or arrays of one shape. / 加算レイヤ"""

    def forward(self, x, y):
        """Return x plus y, entry by entry. / 順伝播"""
        return np.sum((x, y))

    def backward(self, dout):
        """Return dx and dy; dout has the shape of forward's result. / 逆伝播"""
        dx = 1.0   # da/dx = 1
        dy = 1.0   # da/dy = 1
        return dx, dy
