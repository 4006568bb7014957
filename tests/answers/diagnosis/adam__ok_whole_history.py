import numpy as np


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.beta = beta1, beta2
        self.history = []

    def _average(self, key, beta, power):
        """Weighted mean of the gradients' powers; weights beta**age, and they sum to 1 by construction."""
        weights = beta ** np.arange(len(self.history))[::-1]
        total = sum(w * h[key] ** power for w, h in zip(weights, self.history))
        return total / weights.sum()

    def update(self, params, grads):
        self.history.append({k: np.array(g) for k, g in grads.items()})
        for key, w in params.items():
            w -= self.lr * self._average(key, self.beta[0], 1) / (self._average(key, self.beta[1], 2) ** 0.5 + 1e-8)
