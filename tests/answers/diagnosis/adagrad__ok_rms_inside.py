import numpy as np

EPS = 1e-8


class AdaGrad:
    def __init__(self, lr=0.01):
        self.lr = lr
        self.cache = {}

    def update(self, params, grads):
        for k in sorted(grads):
            g = np.asarray(grads[k])
            self.cache[k] = self.cache.get(k, 0.0) + g ** 2
            params[k] = params[k] + -self.lr * g / np.sqrt(self.cache[k] + EPS)
