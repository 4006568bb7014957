import numpy as np


class Nesterov:
    """Nesterov momentum."""

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.rho = lr * momentum
        self.W = {}

    def update(self, params, grads):
        for name in params:
            W_ = self.W.get(name, np.zeros_like(params[name]))
            self.W[name] = self.rho * W_ - self.lr * grads[name]
            params[name] += (1 + self.rho) * self.W[name] - self.rho * W_
