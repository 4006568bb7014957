import numpy as np


class AdaGrad:
    """勾配の 2 乗和で割る"""

    def __init__(self, lr=0.01):
        self.lr = lr
        self.h = {}

    def update(self, params, grads):
        for key in params:
            g = grads[key]
            h = self.h.setdefault(key, np.zeros_like(g))
            h = h + g * g
            params[key] = params[key] - self.lr * g / (np.sqrt(h) + 1e-7)
