import numpy as np


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.t = 0
        self.m = None
        self.v = None

    def _step(self, name, grad):
        self.t += 1
        m = self.m[name]
        v = self.v[name]
        m[...] = self.beta1 * m + (1.0 - self.beta1) * grad
        v[...] = self.beta2 * v + (1.0 - self.beta2) * m * m
        lr_t = self.lr * np.sqrt(1.0 - self.beta2**self.t) / (1.0 - self.beta1**self.t)
        return lr_t * m / (np.sqrt(v) + 1e-7)

    def update(self, params, grads):
        if self.m is None:
            self.m, self.v = {}, {}
            for name, value in params.items():
                self.m[name] = np.zeros_like(value)
                self.v[name] = np.zeros_like(value)
        for name in params.keys():
            params[name] -= self._step(name, grads[name])
