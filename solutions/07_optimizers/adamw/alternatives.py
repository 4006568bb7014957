import math

import numpy as np

from grader.authoring import alternative


@alternative("PyTorch's order: the parameter shrinks first")
class AdamW:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        self.lr, self.betas, self.weight_decay = lr, (beta1, beta2), weight_decay
        self.state = {}
        self.step = 0

    def update(self, params, grads):
        self.step += 1
        b1, b2 = self.betas
        for key in params:
            w, g = params[key], grads[key]
            w *= 1 - self.lr * self.weight_decay
            m, v = self.state.setdefault(key, (np.zeros_like(w), np.zeros_like(w)))
            m += (1 - b1) * (g - m)
            v *= b2
            v += (1 - b2) * g * g
            root = np.sqrt(v) / math.sqrt(1 - b2**self.step) + 1e-8
            w -= self.lr / (1 - b1**self.step) * (m / root)


@alternative("the book's Adam, and the decay from a copy of the old value")
class AdamW:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.wd = weight_decay
        self.iter = 0
        self.m = None
        self.v = None

    def update(self, params, grads):
        if self.m is None:
            self.m, self.v = {}, {}
            for key, val in params.items():
                self.m[key] = np.zeros_like(val)
                self.v[key] = np.zeros_like(val)

        self.iter += 1
        lr_t = self.lr * np.sqrt(1.0 - self.beta2**self.iter) / (1.0 - self.beta1**self.iter)
        for key in params:
            old = params[key].copy()
            self.m[key] += (1 - self.beta1) * (grads[key] - self.m[key])
            self.v[key] += (1 - self.beta2) * (grads[key] ** 2 - self.v[key])
            params[key] -= lr_t * self.m[key] / (np.sqrt(self.v[key]) + 1e-7)
            params[key] -= self.lr * self.wd * old


@alternative("epsilon 1e-7 inside the root of the uncorrected average, new arrays")
class AdamW:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        self.eta, self.b1, self.b2, self.decay = lr, beta1, beta2, weight_decay
        self.b1_t = self.b2_t = 1.0
        self.h1, self.h2 = {}, {}

    def update(self, params, grads):
        self.b1_t *= self.b1
        self.b2_t *= self.b2
        for key, g in grads.items():
            self.h1[key] = self.b1 * self.h1.get(key, 0.0) + (1 - self.b1) * g
            self.h2[key] = self.b2 * self.h2.get(key, 0.0) + (1 - self.b2) * g * g
            rate = self.eta * (1 - self.b2_t) ** 0.5 / (1 - self.b1_t)
            kept = (1 - self.eta * self.decay) * params[key]
            params[key] = kept - rate * self.h1[key] / np.sqrt(self.h2[key] + 1e-7)


@alternative("in float32")
class AdamW:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        self.lr, self.beta1, self.beta2 = np.float32(lr), np.float32(beta1), np.float32(beta2)
        self.weight_decay = np.float32(weight_decay)
        self.t = 0
        self.m, self.v = {}, {}

    def update(self, params, grads):
        self.t += 1
        one = np.float32(1)
        for key in params:
            w, g = params[key].astype(np.float32), grads[key].astype(np.float32)
            if key not in self.m:
                self.m[key], self.v[key] = np.zeros_like(g), np.zeros_like(g)
            self.m[key] = self.beta1 * self.m[key] + (one - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (one - self.beta2) * g**2
            m_hat = self.m[key] / (one - self.beta1**self.t)
            v_hat = self.v[key] / (one - self.beta2**self.t)
            params[key] = w - self.lr * (m_hat / (np.sqrt(v_hat) + np.float32(1e-8)) + self.weight_decay * w)


@alternative("entry by entry, with math")
class AdamW:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        self.lr, self.beta1, self.beta2, self.weight_decay = lr, beta1, beta2, weight_decay
        self.steps = 0
        self.memory = {}

    def update(self, params, grads):
        self.steps += 1
        for key in params:
            for index in np.ndindex(*params[key].shape):
                w, g = float(params[key][index]), float(grads[key][index])
                m, v = self.memory.get((key, index), (0.0, 0.0))
                m = self.beta1 * m + (1 - self.beta1) * g
                v = self.beta2 * v + (1 - self.beta2) * g**2
                self.memory[key, index] = (m, v)
                m /= 1 - self.beta1**self.steps
                v /= 1 - self.beta2**self.steps
                params[key][index] = w - self.lr * m / (math.sqrt(v) + 1e-8) - self.lr * self.weight_decay * w
