import numpy as np


class Momentum:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for key in grads:
            v = self.v.get(key, np.zeros_like(params[key]))
            v = self.momentum * v + self.lr * grads[key]
            params[key] = params[key] - self.lr * v
            self.v[key] = v
