import numpy as np


class Nesterov:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.bufs = {}

    def update(self, params, grads):
        for name in params:
            d_p = grads[name]
            if name not in self.bufs:
                buf = self.bufs[name] = np.array(d_p)
            else:
                buf = self.bufs[name]
                buf *= self.momentum
                buf += d_p
            params[name] -= self.lr * (d_p + self.momentum * buf)
