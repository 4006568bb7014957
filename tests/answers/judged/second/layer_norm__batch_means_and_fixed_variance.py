import numpy as np


class LayerNorm:

    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.eps = eps
        self.dgamma = None
        self.dbeta = None

    def forward(self, x):
        self.std = np.sqrt(np.var(x, 1) + self.eps)[:, None]
        self.x_hat = (x - np.mean(x, 1)[:, None]) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        N, D = dout.shape
        # parameters
        self.dgamma = np.sum(dout * self.x_hat, axis=0) / N
        self.dbeta = np.sum(dout, axis=0) / N
        # input
        d_centered = self.gamma * dout / self.std
        d_mu = -np.sum(d_centered, axis=1, keepdims=True)
        return d_centered + d_mu / D
