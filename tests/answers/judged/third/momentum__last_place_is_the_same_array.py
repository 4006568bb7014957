import numpy as np


class Momentum:
    """heavy ball: w_new = w - lr * g + momentum * (w - w_before)"""

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.before = {}

    def update(self, params, grads):
        for key, w in params.items():
            speed = w - self.before.get(key, w)
            self.before[key] = w
            w += self.momentum * speed - self.lr * grads[key]
