import numpy as np


class Adam:
    """Keeps running sums without the factors (1 - beta) and divides by the sum of the weights."""

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr, self.betas = lr, np.array([beta1, beta2])
        self.total, self.sums = np.zeros(2), {}

    def update(self, params, grads):
        self.total = self.betas * self.total + 1
        for key, g in grads.items():
            old = self.sums.get(key, (0.0, 0.0))
            self.sums[key] = tuple(b * s + g**p for b, s, p in zip(self.betas, old, (1, 2)))
            m, v = (s / w for s, w in zip(self.sums[key], self.total))
            params.update({key: params[key] - self.lr * m / (v**0.5 + 1e-8)})
