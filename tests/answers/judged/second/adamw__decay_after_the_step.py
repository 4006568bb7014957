import numpy as np


class AdamW:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.weight_decay = weight_decay
        self.t = 0
        self.m = None
        self.v = None

    def adam(self, key, g):
        # the direction of plain Adam
        self.m[key] += (1 - self.beta1) * (g - self.m[key])
        self.v[key] += (1 - self.beta2) * (g**2 - self.v[key])
        mhat = self.m[key] / (1 - self.beta1**self.t)
        vhat = self.v[key] / (1 - self.beta2**self.t)
        return mhat / (np.sqrt(vhat) + 1e-8)

    def update(self, params, grads):
        if self.m is None:
            self.m = {k: np.zeros_like(w) for k, w in params.items()}
            self.v = {k: np.zeros_like(w) for k, w in params.items()}
        self.t += 1
        for key, w in params.items():
            w -= self.lr * self.adam(key, grads[key])
            w -= self.lr * self.weight_decay * w
