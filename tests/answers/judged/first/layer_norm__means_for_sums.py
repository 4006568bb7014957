import numpy as np


class LayerNorm:
    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.eps = eps
        self.dgamma = None
        self.dbeta = None

    def forward(self, x):
        self.mu = np.mean(x, axis=-1, keepdims=True)
        self.ivar = 1 / np.sqrt(np.var(x, axis=-1, keepdims=True) + self.eps)
        self.xhat = (x - self.mu) * self.ivar
        return self.xhat * self.gamma + self.beta

    def backward(self, dout):
        N, D = dout.shape
        self.dgamma = np.sum(dout * self.xhat, axis=0) / N
        self.dbeta = np.sum(dout, axis=0) / N
        g = dout * self.gamma
        dx = self.ivar / D * (
            D * g
            - np.sum(g, axis=1, keepdims=True)
            - self.xhat * np.sum(g * self.xhat, axis=1, keepdims=True)
        )
        return dx
