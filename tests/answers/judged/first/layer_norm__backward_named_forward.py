import numpy as np


class LayerNorm:
    """行ごとに正規化するレイヤ"""

    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.eps = eps
        self.dgamma = None
        self.dbeta = None

    def forward(self, x):
        self.xc = x - x.mean(axis=1, keepdims=True)
        var = (self.xc ** 2).mean(axis=1, keepdims=True)
        self.std = np.sqrt(var + self.eps)
        self.xn = self.xc / self.std
        return self.xn * self.gamma + self.beta

    def forward(self, dout):
        self.dgamma = (dout * self.xn).sum(axis=0)
        self.dbeta = dout.sum(axis=0)
        g = dout * self.gamma
        D = dout.shape[1]
        return (D * g - g.sum(axis=1, keepdims=True) - self.xn * (g * self.xn).sum(axis=1, keepdims=True)) / (D * self.std)
