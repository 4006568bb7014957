import numpy as np


class LayerNorm:
    """explicit Jacobian for every row"""

    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.eps = eps
        self.dgamma = None
        self.dbeta = None

    def forward(self, x):
        self.rows = []
        y = []
        for r in x:
            c = r - r.mean()
            s = (c @ c / r.size + self.eps) ** 0.5
            self.rows.append((c / s, s))
            y.append(self.gamma * c / s + self.beta)
        return np.stack(y)

    def backward(self, dout):
        d = dout.shape[1]
        self.dgamma, self.dbeta = np.zeros(d), np.zeros(d)
        dx = []
        for g, (h, s) in zip(dout, self.rows):
            self.dgamma += g * h
            self.dbeta += g
            J = (np.eye(d) - 1.0 / d - np.outer(h, h) / d) / s
            dx.append(J @ (g * self.gamma))
        return np.array(dx)
