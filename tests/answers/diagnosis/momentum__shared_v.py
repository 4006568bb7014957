import numpy as np


class Momentum:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = 0

    def update(self, params, grads):
        if isinstance(self.v, int):
            self.v = 0.0
        for k in params:
            if np.shape(self.v) != params[k].shape:
                self.v = np.zeros_like(params[k])
            self.v = self.momentum * self.v - self.lr * grads[k]
            params[k] += self.v
