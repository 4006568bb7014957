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
        # BEGIN SOLUTION
        centred = x - np.mean(x, axis=1, keepdims=True)
        self.std = np.sqrt(np.mean(centred**2, axis=1, keepdims=True) + self.eps)
        self.xn = centred / self.std
        return self.gamma * self.xn + self.beta
        # END SOLUTION

    def backward(self, dout):
        """Set self.dgamma and self.dbeta; return dx. / 逆伝播"""
        # BEGIN SOLUTION
        self.dbeta = np.sum(dout, axis=0)
        self.dgamma = np.sum(dout * self.xn, axis=0)
        dxn = self.gamma * dout
        # What moves the mean, or the variance, of its row does not reach y: take both parts out.
        along_mean = np.mean(dxn, axis=1, keepdims=True)
        along_var = self.xn * np.mean(dxn * self.xn, axis=1, keepdims=True)
        return (dxn - along_mean - along_var) / self.std
        # END SOLUTION
