import numpy as np


class LayerNorm:
    """Each row of x brought to mean 0 and variance 1, times gamma, plus beta; and its gradients.

    gamma, beta, dgamma, dbeta: (D,); x, y, dout, dx: (N, D). / 行ごとに正規化するレイヤ
    """

    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.eps = eps
        self.dgamma = None
        self.dbeta = None

    def forward(self, x):
        """Return y. / 順伝播"""
        mu = x.mean(axis=0)
        self.xc = x - mu
        var = np.mean(self.xc ** 2, axis=0)
        self.std = np.sqrt(var + self.eps)
        self.xn = self.xc / self.std
        return self.gamma * self.xn + self.beta

    def backward(self, dout):
        """Set self.dgamma and self.dbeta; return dx. / 逆伝播"""
        self.dbeta = dout.sum(axis=0)
        self.dgamma = np.sum(self.xn * dout, axis=0)
        dxn = dout
        dx = (dxn - dxn.mean(axis=0) - self.xn * np.mean(dxn * self.xn, axis=0)) / self.std
        return dx
