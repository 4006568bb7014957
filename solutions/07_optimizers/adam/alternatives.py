import math

import numpy as np

from grader.authoring import alternative


@alternative("the book's: both corrections in the learning rate")
class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
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
            self.m[key] += (1 - self.beta1) * (grads[key] - self.m[key])
            self.v[key] += (1 - self.beta2) * (grads[key] ** 2 - self.v[key])
            params[key] -= lr_t * self.m[key] / (np.sqrt(self.v[key]) + 1e-7)


@alternative("the paper's form, new arrays, state made on first sight")
class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self._settings = lr, beta1, beta2
        self._state = {}
        self._t = 0

    def update(self, params, grads):
        lr, beta1, beta2 = self._settings
        self._t = self._t + 1
        for key, g in grads.items():
            m, v = self._state.get(key, (0.0, 0.0))
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * np.square(g)
            self._state[key] = m, v
            m_hat = m / (1 - np.power(beta1, self._t))
            v_hat = v / (1 - np.power(beta2, self._t))
            params[key] = params[key] - lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@alternative("epsilon 1e-7 inside the root of the uncorrected average, powers of beta carried along")
class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.eta, self.b1, self.b2 = lr, beta1, beta2
        self.b1_t = self.b2_t = 1.0
        self.h1, self.h2 = {}, {}

    def update(self, params, grads):
        self.b1_t *= self.b1
        self.b2_t *= self.b2
        for key, w in params.items():
            g = grads[key]
            self.h1[key] = self.b1 * self.h1.get(key, np.zeros(g.shape)) + (1 - self.b1) * g
            self.h2[key] = self.b2 * self.h2.get(key, np.zeros(g.shape)) + (1 - self.b2) * g * g
            w -= self.eta * (1 - self.b2_t) ** 0.5 / (1 - self.b1_t) * self.h1[key] / np.sqrt(self.h2[key] + 1e-7)


@alternative("in float32")
class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr, self.beta1, self.beta2 = np.float32(lr), np.float32(beta1), np.float32(beta2)
        self.t = 0
        self.m, self.v = {}, {}

    def update(self, params, grads):
        self.t += 1
        one = np.float32(1)
        for key in params:
            g = grads[key].astype(np.float32)
            if key not in self.m:
                self.m[key], self.v[key] = np.zeros_like(g), np.zeros_like(g)
            self.m[key] = self.beta1 * self.m[key] + (one - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (one - self.beta2) * g**2
            m_hat = self.m[key] / (one - self.beta1**self.t)
            v_hat = self.v[key] / (one - self.beta2**self.t)
            params[key] = params[key].astype(np.float32) - self.lr * m_hat / (np.sqrt(v_hat) + np.float32(1e-8))


@alternative("entry by entry, with math")
class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.steps = 0
        self.memory = {}

    def update(self, params, grads):
        self.steps += 1
        for key in params:
            for index in np.ndindex(*params[key].shape):
                g = float(grads[key][index])
                m, v = self.memory.get((key, index), (0.0, 0.0))
                m = self.beta1 * m + (1 - self.beta1) * g
                v = self.beta2 * v + (1 - self.beta2) * g**2
                self.memory[key, index] = (m, v)
                m /= 1 - self.beta1**self.steps
                v /= 1 - self.beta2**self.steps
                params[key][index] -= self.lr * m / (math.sqrt(v) + 1e-8)


@alternative("all parameters in one long vector")
class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.betas = np.array([[beta1], [beta2]])
        self.t = 0
        self.averages = None

    def update(self, params, grads):
        keys = sorted(params)
        g = np.concatenate([grads[key].ravel() for key in keys])
        if self.averages is None:
            self.averages = np.zeros((2, g.size))
        self.t += 1
        self.averages += (1 - self.betas) * (np.stack([g, g**2]) - self.averages)
        m, v = self.averages / (1 - self.betas**self.t)
        step = self.lr * m / np.sqrt(v + 1e-8)
        start = 0
        for key in keys:
            size = params[key].size
            params[key] -= step[start : start + size].reshape(params[key].shape)
            start += size
