import numpy as np


class RMSprop:
    """RMS = root of the mean of the squares."""

    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr = lr
        self.decay_rate = decay_rate
        self.h = {}

    def update(self, params, grads):
        rho = self.decay_rate
        for key in params:
            grad = grads[key]
            mean_square = np.mean(grad ** 2)
            old = self.h.get(key, 0.0)
            self.h[key] = rho * old + (1 - rho) * mean_square
            rms = np.sqrt(self.h[key]) + 1e-7
            params[key] = params[key] - self.lr * grad / rms
