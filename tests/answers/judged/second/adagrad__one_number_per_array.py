import numpy as np


class AdaGrad:
    """過去の勾配の 2 乗和で学習係数を調整する"""

    def __init__(self, lr=0.01):
        self.lr = lr
        self.h = {}

    def update(self, params, grads):
        for name, g in grads.items():
            self.h[name] = self.h.get(name, 0.0) + np.sum(g * g)
            params[name] = params[name] - self.lr * g / (np.sqrt(self.h[name]) + 1e-7)
