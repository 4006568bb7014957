import numpy as np


class AdaGrad:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        h = {}
        for k in params:
            h[k] = np.zeros_like(params[k])
        for k in params:
            h[k] += grads[k] * grads[k]
            params[k] -= self.lr * grads[k] / (np.sqrt(h[k]) + 1e-7)
