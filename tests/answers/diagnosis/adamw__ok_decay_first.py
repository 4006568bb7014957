import numpy as np


class AdamW:
    """torch order: shrink first, then Adam's step"""

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        self.lr, self.betas, self.wd = lr, (beta1, beta2), weight_decay
        self.step, self.state = 0, {}

    def update(self, params, grads):
        self.step += 1
        b1, b2 = self.betas
        c1, c2 = 1 - b1 ** self.step, 1 - b2 ** self.step
        for k, g in grads.items():
            m, v = self.state.get(k, (0.0, 0.0))
            m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g ** 2
            self.state[k] = m, v
            params[k] *= 1 - self.lr * self.wd
            params[k] -= self.lr * (m / c1) / (np.sqrt(v) / np.sqrt(c2) + 1e-8)
