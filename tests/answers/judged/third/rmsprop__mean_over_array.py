import numpy as np


class RMSprop:
    """RMSProp. h holds the recent mean square of the gradient of each parameter."""

    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr = lr
        self.decay_rate = decay_rate
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {key: np.zeros_like(p) for key, p in params.items()}

        for key in params:
            g = grads[key]
            mean_square = np.mean(g ** 2)          # RMS = root of the mean of the squares
            self.h[key] = self.decay_rate * self.h[key] + (1 - self.decay_rate) * mean_square
            rms = np.sqrt(self.h[key])
            params[key] = params[key] - self.lr * g / (rms + 1e-7)
