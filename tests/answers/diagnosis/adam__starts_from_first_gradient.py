import numpy as np


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.t = 0
        self.m = None
        self.v = None

    def update(self, params, grads):
        self.t += 1
        if self.m is None:
            self.m = {k: grads[k].copy() for k in grads}
            self.v = {k: grads[k] ** 2 for k in grads}
        else:
            for k in grads:
                self.m[k] = self.beta1 * self.m[k] + (1 - self.beta1) * grads[k]
                self.v[k] = self.beta2 * self.v[k] + (1 - self.beta2) * grads[k] ** 2
        for k in params:
            m_hat = self.m[k] / (1 - self.beta1 ** self.t)
            v_hat = self.v[k] / (1 - self.beta2 ** self.t)
            params[k] = params[k] - self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)
