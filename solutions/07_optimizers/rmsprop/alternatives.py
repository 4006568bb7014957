import math

import numpy as np

from grader.authoring import alternative


@alternative("the book's: in place, epsilon 1e-7")
class RMSprop:
    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr = lr
        self.decay_rate = decay_rate
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {}
            for key, val in params.items():
                self.h[key] = np.zeros_like(val)
        for key in params:
            self.h[key] *= self.decay_rate
            self.h[key] += (1 - self.decay_rate) * grads[key] * grads[key]
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + 1e-7)


@alternative("epsilon 1e-7 inside the root, new arrays")
class RMSprop:
    def __init__(self, lr=0.01, decay_rate=0.99):
        self.settings = lr, decay_rate
        self.average = {}

    def update(self, params, grads):
        lr, rho = self.settings
        for key, g in grads.items():
            old = self.average.get(key, 0.0)
            self.average[key] = old + (1 - rho) * (g**2 - old)
            params[key] = params[key] - lr / np.sqrt(self.average[key] + 1e-7) * g


@alternative("epsilon 1e-8, no division where h is 0")
class RMSprop:
    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr = lr
        self.decay_rate = decay_rate
        self.h = {}

    def update(self, params, grads):
        for key, g in grads.items():
            self.h[key] = np.average(
                [self.h.get(key, np.zeros_like(g)), g * g], axis=0, weights=[self.decay_rate, 1 - self.decay_rate]
            )
            params[key] -= np.where(self.h[key] > 0, self.lr * g / np.maximum(np.sqrt(self.h[key]), 1e-8), 0.0)


@alternative("all gradients kept and weighted anew")
class RMSprop:
    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr = lr
        self.decay_rate = decay_rate
        self.history = []

    def update(self, params, grads):
        self.history.insert(0, {key: np.array(g) for key, g in grads.items()})
        weights = (1 - self.decay_rate) * self.decay_rate ** np.arange(len(self.history))
        for key in params:
            past = np.stack([g[key] for g in self.history])
            h = np.einsum("t,t...,t...->...", weights, past, past)
            params[key] -= self.lr * past[0] / (np.sqrt(h) + 1e-8)


@alternative("entry by entry, with math")
class RMSprop:
    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr = lr
        self.decay_rate = decay_rate
        self.memory = {}

    def update(self, params, grads):
        for key in params:
            for index in np.ndindex(*params[key].shape):
                g = float(grads[key][index])
                h = self.decay_rate * self.memory.get((key, index), 0.0) + (1 - self.decay_rate) * g * g
                self.memory[key, index] = h
                params[key][index] -= self.lr * g / math.sqrt(h + 1e-8)


@alternative("in float32")
class RMSprop:
    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr, self.rho = np.float32(lr), np.float32(decay_rate)
        self.h = {}

    def update(self, params, grads):
        for key in params:
            g = grads[key].astype(np.float32)
            self.h[key] = self.rho * self.h.get(key, np.zeros_like(g)) + (1 - self.rho) * g**2
            params[key] = params[key].astype(np.float32) - self.lr * g / (np.sqrt(self.h[key]) + np.float32(1e-7))
