import numpy as np


class _Slot:
    def __init__(self, rho):
        self.rho = rho
        self.h = None

    def __call__(self, g):
        sq = np.einsum("...,...->...", g, g)
        self.h = (1.0 - self.rho) * sq if self.h is None else self.rho * self.h + (1.0 - self.rho) * sq
        denom = np.sqrt(self.h)
        return np.where(denom > 0, g / (denom + 1e-7), 0.0)


class RMSprop:
    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr = lr
        self.decay_rate = decay_rate
        self.slots = None

    def update(self, params, grads):
        if self.slots is None:
            self.slots = {key: _Slot(self.decay_rate) for key in params}
        for key, slot in self.slots.items():
            params[key] = params[key] - self.lr * slot(grads[key])
