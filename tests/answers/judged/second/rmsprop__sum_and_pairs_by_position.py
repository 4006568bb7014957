import numpy as np


class RMSprop:

    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr, self.decay_rate = lr, decay_rate
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {k: np.zeros_like(p) for k, p in params.items()}
        # パラメータと勾配を組にして更新
        for (k, p), g in zip(params.items(), grads.values()):
            self.h[k] = self.decay_rate * self.h[k] + g * g
            p -= self.lr * g / (np.sqrt(self.h[k]) + 1e-8)
