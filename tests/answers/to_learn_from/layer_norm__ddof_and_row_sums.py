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
        mean = np.mean(x, axis=1, keepdims=True)
        var = np.var(x, axis=1, keepdims=True, ddof=1)
        self.inv_std = 1.0 / np.sqrt(var + self.eps)
        self.x_hat = (x - mean) * self.inv_std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        """Set self.dgamma and self.dbeta; return dx. / 逆伝播"""
        # everything goes along the rows in layer norm
        self.dgamma = np.sum(dout * self.x_hat, axis=1)
        self.dbeta = np.sum(dout, axis=1)

        dx_hat = dout * self.gamma
        m1 = np.mean(dx_hat, axis=1, keepdims=True)
        m2 = np.mean(dx_hat * self.x_hat, axis=1, keepdims=True)
        return self.inv_std * (dx_hat - m1 - self.x_hat * m2)
