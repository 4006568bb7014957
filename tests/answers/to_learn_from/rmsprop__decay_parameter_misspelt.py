import numpy as np


class RMSprop:
    """最適化手法 RMSProp"""

    def __init__(self, lr=0.01, decayrate=0.99):
        self.lr = lr
        self.rho = decayrate
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {key: np.zeros_like(params[key]) for key in params}
        for key in params:
            g = grads[key]
            self.h[key] = self.rho * self.h[key] + (1 - self.rho) * g ** 2
            params[key] = params[key] - self.lr * g / (np.sqrt(self.h[key]) + 1e-8)
