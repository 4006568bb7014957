import numpy as np


class Nesterov:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.mu = momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {k: np.zeros_like(p) for k, p in params.items()}
        for k in params:
            v_prev = self.v[k]  # back this up
            self.v[k] *= self.mu
            self.v[k] -= (1 - self.mu) * self.lr * grads[k]
            params[k] += -self.mu * v_prev + (1 + self.mu) * self.v[k]
