import numpy as np


class Nesterov:
    """keeps the real position as its own state and writes the look-ahead into params"""

    def __init__(self, lr=0.01, momentum=0.9):
        self.eta = lr
        self.mu = momentum
        self.real = None
        self.vel = None

    def update(self, params, grads):
        if self.real is None:
            self.real = {k: p.copy() for k, p in params.items()}
            self.vel = {k: np.zeros_like(p) for k, p in params.items()}
        for k in params:
            self.vel[k] = self.mu * self.vel[k] - self.eta * grads[k]
            self.real[k] = self.real[k] + self.vel[k]
            params[k] = self.real[k] + self.mu * self.vel[k]
