import numpy as np


class SGD:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for name, p in params.items():
            it = np.nditer(p, flags=["multi_index"])
            while not it.finished:
                i = it.multi_index
                p[i] = p[i] - self.lr * grads[name][i]
                it.iternext()
