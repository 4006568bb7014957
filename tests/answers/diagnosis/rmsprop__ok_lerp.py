import numpy as np


class RMSProp:
    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr = lr
        self.rho = decay_rate
        self.mean_square = {}

    def update(self, params, grads):
        for name, g in grads.items():
            ms = self.mean_square.setdefault(name, np.zeros_like(params[name]))
            ms += (1 - self.rho) * (np.square(g) - ms)
            params[name] -= self.lr * g * (ms + 1e-8) ** -0.5
