import numpy as np


class LayerNorm:
    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.eps = eps
        self.dgamma = None
        self.dbeta = None

    def forward(self, x):
        mu = x.mean(axis=1, keepdims=True)
        self.xc = x - mu
        self.sd = np.sqrt(np.mean(self.xc**2, axis=1, keepdims=True))
        self.xn = self.xc / (self.sd + self.eps)
        return self.gamma * self.xn + self.beta

    def backward(self, dout):
        D = dout.shape[1]
        self.dgamma = np.sum(dout * self.xn, axis=0)
        self.dbeta = np.sum(dout, axis=0)
        dxn = dout * self.gamma
        s = self.sd + self.eps
        dsd = -np.sum(dxn * self.xc, axis=1, keepdims=True) / s**2
        dxc = dxn / s + dsd * self.xc / (D * self.sd)
        return dxc - dxc.mean(axis=1, keepdims=True)
