import numpy as np

from grader.authoring import alternative


@alternative("the book's: moves first, by the old velocity")
class Nesterov:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {}
            for key, val in params.items():
                self.v[key] = np.zeros_like(val)
        for key in params:
            params[key] += self.momentum**2 * self.v[key]
            params[key] -= (1 + self.momentum) * self.lr * grads[key]
            self.v[key] *= self.momentum
            self.v[key] -= self.lr * grads[key]


@alternative("PyTorch's: a buffer without lr, new arrays")
class Nesterov:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.mu = lr, momentum
        self.buffers = {}

    def update(self, params, grads):
        for key, g in grads.items():
            buffer = g.copy() if key not in self.buffers else self.mu * self.buffers[key] + g
            self.buffers[key] = buffer
            params[key] = params[key] - self.lr * (g + self.mu * buffer)


@alternative("the real position kept beside, params a look ahead of it")
class Nesterov:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.real, self.v = {}, {}

    def update(self, params, grads):
        for key in params:
            if key not in self.v:
                self.real[key], self.v[key] = params[key].copy(), np.zeros(params[key].shape)
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            self.real[key] = self.real[key] + self.v[key]
            params[key] = self.real[key] + self.momentum * self.v[key]


@alternative("the old look ahead taken back, the new one added")
class Nesterov:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.v = {}

    def update(self, params, grads):
        for key in params:
            old = self.v.get(key, 0.0)
            new = self.momentum * old - self.lr * grads[key]
            params[key] -= self.momentum * old
            params[key] += new
            params[key] += self.momentum * new
            self.v[key] = new


@alternative("from the last two real positions")
class Nesterov:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.last = {}

    def update(self, params, grads):
        for key, ahead in list(params.items()):
            real = ahead - self.lr * grads[key]
            last = self.last.get(key, ahead)
            params[key] = real + self.momentum * (real - last)
            self.last[key] = real


@alternative("entry by entry")
class Nesterov:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.memory = {}

    def update(self, params, grads):
        for key in params:
            for index in np.ndindex(*params[key].shape):
                step = self.lr * float(grads[key][index])
                v = self.momentum * self.memory.get((key, index), 0.0) - step
                self.memory[key, index] = v
                params[key][index] += self.momentum * v - step


@alternative("in float32")
class Nesterov:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = np.float32(lr), np.float32(momentum)
        self.v = {}

    def update(self, params, grads):
        for key in params:
            w, g = params[key].astype(np.float32), grads[key].astype(np.float32)
            self.v[key] = self.momentum * self.v.get(key, np.zeros_like(g)) - self.lr * g
            params[key] = w + self.momentum * self.v[key] - self.lr * g
