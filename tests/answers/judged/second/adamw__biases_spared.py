import numpy as np


class AdamW:
    """Adam と重み減衰を分けた最適化手法"""

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.weight_decay = weight_decay
        self.t = 0
        self.m = {}
        self.v = {}

    def update(self, params, grads):
        self.t = self.t + 1
        for key in params.keys():
            w, g = params[key], grads[key]
            m = self.beta1 * self.m.get(key, np.zeros_like(w)) + (1 - self.beta1) * g
            v = self.beta2 * self.v.get(key, np.zeros_like(w)) + (1 - self.beta2) * g * g
            self.m[key], self.v[key] = m, v
            mh = m / (1 - self.beta1**self.t)
            vh = v / (1 - self.beta2**self.t)
            step = mh / (np.sqrt(vh) + 1e-8)
            if w.ndim > 1:  # 重みだけ減衰させる
                step = step + self.weight_decay * w
            params[key] = w - self.lr * step
