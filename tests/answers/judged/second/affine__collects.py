import numpy as np


class Affine:
    """全結合層"""

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.dW = np.zeros_like(W)
        self.db = np.zeros_like(b)
        self.x = None

    def forward(self, x):
        self.x = x
        return self.x @ self.W + self.b

    def backward(self, dout):
        dx = dout @ self.W.T
        self.dW += self.x.T @ dout
        self.db += np.sum(dout, axis=0)     # バッチ方向に合計
        return dx
