import numpy as np


class Nesterov:
    """Momentum that looks ahead"""

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {}
            for key in params:
                self.v[key] = np.zeros_like(params[key])

        for key in params:
            # interim step: look ahead
            params[key] += self.momentum * self.v[key]
            # velocity from the gradient there
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            # real update
            params[key] += self.v[key]
