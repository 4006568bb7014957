import numpy as np


class LayerNorm:
    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.eps = eps
        self.dgamma = None
        self.dbeta = None

    def forward(self, x):
        N, D = x.shape
        mean = np.mean(x, axis=1, keepdims=True)
        var = np.sum((x - mean) ** 2, axis=1, keepdims=True) / (D - 1)
        self.std = np.sqrt(var + self.eps)
        self.x_hat = (x - mean) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        self.dbeta = np.sum(dout, axis=0)
        self.dgamma = np.sum(dout * self.x_hat, axis=0)
        dxhat = dout * self.gamma
        m1 = np.mean(dxhat, axis=1, keepdims=True)
        m2 = np.mean(dxhat * self.x_hat, axis=1, keepdims=True)
        return (dxhat - m1 - self.x_hat * m2) / self.std
