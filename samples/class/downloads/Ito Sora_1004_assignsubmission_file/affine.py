import numpy as np


class Affine:
    """y = x @ W + b, and its gradients.

    W: (D, M); b: (M,) or (1, M); x: (N, D), or (..., D) with any leading axes.
    """

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.dW = None
        self.db = None

    def forward(self, x):
        """Return x @ W + b, of shape (..., M). / 順伝播"""
        raise NotImplementedError  # write your answer here / ここに書く

    def backward(self, dout):
        """Set self.dW and self.db, return dx; dout has the shape of forward's result. / 逆伝播"""
        raise NotImplementedError  # write your answer here / ここに書く
