import numpy as np


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.t = 0
        self.m = None
        self.v = None

    def update(self, params, grads):
        if self.m is None:
            self.m = {k: np.zeros_like(p) for k, p in params.items()}
            self.v = {k: np.zeros_like(p) for k, p in params.items()}
        self.t += 1
        for k in params:
            g = grads[k]
            # moving averages
            self.m[k] = self.beta1 * self.m[k] + (1 - self.beta1) * g
            self.v[k] = self.beta2 * self.v[k] + (1 - self.beta2) * g**2
            # they start too small: correct them
            self.m[k] = self.m[k] / (1 - self.beta1**self.t)
            self.v[k] = self.v[k] / (1 - self.beta2**self.t)
            params[k] -= self.lr * self.m[k] / (np.sqrt(self.v[k]) + 1e-8)
