import numpy as np


class AdaGrad:
    def __init__(self, lr=0.01):
        self.lr = lr
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            # ones, so that nobody divides by zero
            self.h = [np.ones_like(p) for p in params.values()]
        for p, g, h in zip(params.values(), grads.values(), self.h):
            h += g**2
            p -= self.lr * g / np.sqrt(h)
