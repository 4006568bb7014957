import numpy as np


class Nesterov:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {}
            for key in params:
                self.v[key] = np.zeros_like(params[key])

        mu = self.momentum
        for key in params:
            v_old = self.v[key]
            self.v[key] *= mu
            self.v[key] -= self.lr * grads[key]
            params[key] += (1 + mu) * self.v[key] - mu * v_old
