import numpy as np


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.betas = (beta1, beta2)
        self.t = 0
        self.state = {}

    def update(self, params, grads):
        b1, b2 = self.betas
        self.t += 1
        for k, g in grads.items():
            m, v = self.state.get(k, (0.0, 0.0))
            m = b1 * m + (1 - b1) * g
            v = b2 * v + (1 - b2) * (g ** 2)
            m = m / (1 - b1 ** self.t)
            v = v / (1 - b2 ** self.t)
            self.state[k] = (m, v)
            params[k] -= self.lr * m / (np.sqrt(v) + 1e-8)
