import numpy as np


class AddLayer:
    """A sum and its two gradients. x, y: floats, or arrays of one shape. / 加算レイヤ"""

    def forward(self, x, y):
        """Return x plus y, entry by entry. / 順伝播"""
        raise NotImplementedError  # write your answer here / ここに書く

    def backward(self, dout):
        """Return dx and dy; dout has the shape of forward's result. / 逆伝播"""
        raise NotImplementedError  # write your answer here / ここに書く
