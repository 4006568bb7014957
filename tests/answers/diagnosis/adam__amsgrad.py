import numpy as np


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.t = 0
        self.m, self.v, self.v_max = {}, {}, {}

    def update(self, params, grads):
        self.t += 1
        for k, w in params.items():
            g = grads[k]
            self.m[k] = self.beta1 * self.m.get(k, np.zeros_like(w)) + (1 - self.beta1) * g
            self.v[k] = self.beta2 * self.v.get(k, np.zeros_like(w)) + (1 - self.beta2) * g * g
            v_hat = self.v[k] / (1 - self.beta2**self.t)
            self.v_max[k] = np.maximum(self.v_max.get(k, 0.0), v_hat)
            m_hat = self.m[k] / (1 - self.beta1**self.t)
            params[k] = w - self.lr * m_hat / (np.sqrt(self.v_max[k]) + 1e-8)
