import numpy as np


class AdaGrad:
    """最適化手法 AdaGrad"""

    def __init__(self, lr=0.01):
        self.lr = lr
        self.h = None
        self.epsilon = 1e-8

    def update(self, params, grads):
        if self.h is None:
            self.h = {}
            for key in params:
                self.h[key] = np.zeros(params[key].shape)

        for key in params:
            self.h[key] += grads[key] * grads[key]
            params[key] += self.lr * grads[key] / np.sqrt(self.h[key] + self.epsilon)
