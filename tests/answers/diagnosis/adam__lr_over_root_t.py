import numpy as np


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.t = 0
        self.m = {}
        self.v = {}

    def update(self, params, grads):
        self.t += 1
        alpha_t = self.lr / np.sqrt(self.t)
        for name, grad in grads.items():
            if self.t == 1:
                self.m[name], self.v[name] = 0 * grad, 0 * grad
            self.m[name] += (1 - self.beta1) * (grad - self.m[name])
            self.v[name] += (1 - self.beta2) * (grad**2 - self.v[name])
            m_hat = self.m[name] / (1 - self.beta1**self.t)
            v_hat = self.v[name] / (1 - self.beta2**self.t)
            params[name] -= alpha_t * m_hat / (np.sqrt(v_hat) + 1e-8)
