import numpy as np


class AdamW:
    """Adam + weight decay"""

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.weight_decay = weight_decay
        self.t = 0
        self.m, self.v = {}, {}

    def _adam(self, key, g):
        if key not in self.m:
            self.m[key], self.v[key] = np.zeros_like(g), np.zeros_like(g)
        self.m[key] += (1 - self.beta1) * (g - self.m[key])
        self.v[key] += (1 - self.beta2) * (g * g - self.v[key])
        m_hat = self.m[key] / (1 - self.beta1**self.t)
        v_hat = self.v[key] / (1 - self.beta2**self.t)
        return m_hat / (np.sqrt(v_hat) + 1e-8)

    def update(self, params, grads):
        self.t += 1
        for key, w in params.items():
            step = self._adam(key, grads[key])
            if w.ndim >= 2:               # 荷重減衰は重みだけ
                step = step + self.weight_decay * w
            params[key] = w - self.lr * step
