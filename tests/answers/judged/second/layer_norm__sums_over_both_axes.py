import numpy as np


class LayerNorm:

    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.eps = eps
        self.dgamma = None
        self.dbeta = None

    def forward(self, x):
        self.x = x
        mean = x.mean(axis=-1, keepdims=True)
        variance = x.var(axis=-1, keepdims=True)
        self.std_inv = 1.0 / np.sqrt(variance + self.eps)
        self.x_norm = (x - mean) * self.std_inv
        return self.gamma * self.x_norm + self.beta

    def backward(self, dout):
        self.dbeta = dout.sum(axis=(0, 1))
        self.dgamma = (dout * self.x_norm).sum(axis=(0, 1))

        d = dout.shape[-1]
        dx_norm = dout * self.gamma
        dx = (1.0 / d) * self.std_inv * (
            d * dx_norm
            - dx_norm.sum(axis=-1, keepdims=True)
            - self.x_norm * (dx_norm * self.x_norm).sum(axis=-1, keepdims=True)
        )
        return dx
