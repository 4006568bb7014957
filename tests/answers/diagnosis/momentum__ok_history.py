import numpy as np


class Momentum:
    """Keeps all the gradients and sums them up with their weights; slow but plain."""

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.past = {}

    def _velocity(self, key):
        gs = self.past[key]
        n = len(gs)
        return sum(-self.lr * self.momentum ** (n - 1 - i) * gs[i] for i in range(n))

    def update(self, params, grads):
        for key in grads:
            self.past.setdefault(key, []).append(np.array(grads[key], copy=True))
            params[key] += self._velocity(key)
