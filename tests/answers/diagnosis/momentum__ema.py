import numpy as np


class Momentum:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {}
            for name in params:
                self.v[name] = np.zeros(params[name].shape)
        for name in params:
            g = grads[name]
            self.v[name] = self.momentum * self.v[name] + (1 - self.momentum) * g
            params[name] -= self.lr * self.v[name]
