import numpy as np


def row_mean(a):
    return np.mean(a, axis=1, keepdims=True)


class LayerNorm:
    """行ごとの正規化"""

    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.eps = eps
        self.dgamma = None
        self.dbeta = None

    def forward(self, x):
        self.x = x
        self.xc = x - row_mean(x)
        self.xn = self.xc / np.sqrt(row_mean(self.xc ** 2) + self.eps)
        return self.xn * self.gamma + self.beta

    def backward(self, dout):
        self.dbeta = np.sum(dout, axis=0)
        self.dgamma = np.sum(dout * self.xn, axis=0)

        std = np.std(self.x, axis=1, keepdims=True)
        dxn = dout * self.gamma
        dx = (dxn - row_mean(dxn) - self.xn * row_mean(dxn * self.xn)) / std
        return dx
