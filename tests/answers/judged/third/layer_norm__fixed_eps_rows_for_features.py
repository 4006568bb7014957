import numpy as np


class LayerNorm:
    """Each row of x brought to mean 0 and variance 1, times gamma, plus beta."""

    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.eps = eps
        self.dgamma = None
        self.dbeta = None

    def forward(self, x):
        mean = np.mean(x, axis=-1, keepdims=True)
        self.xc = x - mean
        variance = np.mean(self.xc ** 2, axis=-1, keepdims=True)
        self.std = np.sqrt(variance + 1e-5)
        self.xn = self.xc / self.std
        return self.gamma * self.xn + self.beta

    def backward(self, dout):
        batch_size = dout.shape[0]
        self.dgamma = np.sum(self.xn * dout, axis=0)
        self.dbeta = dout.sum(axis=0)

        dxn = self.gamma * dout
        dxc = dxn / self.std
        dstd = -np.sum(dxn * self.xc / self.std ** 2, axis=1, keepdims=True)
        dvar = 0.5 * dstd / self.std
        dxc += 2.0 / batch_size * self.xc * dvar
        dmu = np.sum(dxc, axis=1, keepdims=True)
        return dxc - dmu / batch_size
