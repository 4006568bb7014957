import numpy as np

from grader.authoring import alternative


@alternative("the book's: zeros on the first call, in place")
class Momentum:
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
            self.v[key] *= self.momentum
            self.v[key] -= self.lr * grads[key]
            params[key] += self.v[key]


@alternative("the other form: lr on the velocity, new arrays")
class Momentum:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.mu = lr, momentum
        self.buffers = {}

    def update(self, params, grads):
        for key, g in grads.items():
            self.buffers[key] = g.copy() if key not in self.buffers else self.mu * self.buffers[key] + g
            params[key] = params[key] - self.lr * self.buffers[key]


@alternative("velocity along the gradient, subtracted")
class Momentum:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.velocity = {}

    def update(self, params, grads):
        for key in params:
            self.velocity[key] = self.lr * grads[key] + self.momentum * self.velocity.get(key, 0)
            params[key] -= self.velocity[key]


@alternative("heavy ball: from the last two positions")
class Momentum:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.last = {}

    def update(self, params, grads):
        for key, w in list(params.items()):
            last = self.last.get(key, w)
            self.last[key] = w
            params[key] = w - self.lr * grads[key] + self.momentum * (w - last)


@alternative("entry by entry")
class Momentum:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.memory = {}

    def update(self, params, grads):
        for key in params:
            for index in np.ndindex(*params[key].shape):
                v = self.momentum * self.memory.get((key, index), 0.0) - self.lr * float(grads[key][index])
                self.memory[key, index] = v
                params[key][index] += v


@alternative("in float32")
class Momentum:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = np.float32(lr), np.float32(momentum)
        self.v = {}

    def update(self, params, grads):
        for key in params:
            w, g = params[key].astype(np.float32), grads[key].astype(np.float32)
            self.v[key] = self.momentum * self.v.get(key, np.zeros_like(g)) - self.lr * g
            params[key] = w + self.v[key]


@alternative("all gradients kept and summed anew")
class Momentum:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.history = []

    def update(self, params, grads):
        self.history.insert(0, {key: np.array(g) for key, g in grads.items()})
        for key in params:
            past = np.stack([g[key] for g in self.history])
            params[key] -= self.lr * np.tensordot(self.momentum ** np.arange(len(past)), past, axes=1)
