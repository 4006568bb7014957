import numpy as np


class Nesterov:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {k: np.zeros_like(p) for k, p in params.items()}
        mu = self.momentum
        for k in params:
            step = mu * self.v[k] - self.lr * grads[k]
            # w と v を同時に更新する
            params[k], self.v[k] = params[k] + mu * self.v[k] - self.lr * grads[k], step
