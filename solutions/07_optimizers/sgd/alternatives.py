import numpy as np

from grader.authoring import alternative


@alternative("new arrays, assigned to the keys")
class SGD:
    def __init__(self, lr=0.01):
        self.learning_rate = lr

    def update(self, params, grads):
        for name, g in grads.items():
            params[name] = params[name] - self.learning_rate * g
        return params


@alternative("entry by entry")
class SGD:
    def __init__(self, lr=0.01):
        self.lr = float(lr)

    def update(self, params, grads):
        for key in list(params.keys()):
            for index in np.ndindex(params[key].shape):
                params[key][index] -= self.lr * float(grads[key][index])


@alternative("in float32")
class SGD:
    def __init__(self, lr=0.01):
        self.lr = np.float32(lr)

    def update(self, params, grads):
        for key in params:
            params[key] = params[key].astype(np.float32) - self.lr * grads[key].astype(np.float32)


@alternative("a comprehension, and one update of the dict")
class SGD:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        params.update({key: w + (-self.lr) * grads[key] for key, w in params.items()})


@alternative("out=, as a list of pairs")
class SGD:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for w, g in [(params[key], grads[key]) for key in sorted(params)]:
            np.subtract(w, np.multiply(g, self.lr), out=w)
