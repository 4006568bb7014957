import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self._aug = np.c_[x, np.ones(x.shape[0])]
        self._Wb = np.r_[self.W, self.b.reshape(1, -1)]
        return self._aug @ self._Wb

    def backward(self, dout):
        g = self._aug.T @ dout
        self.dW, last = np.split(g, [self.W.shape[0]])
        self.db = last if self.b.ndim == 2 else last[0]
        return (dout @ self._Wb.T)[:, :-1]
