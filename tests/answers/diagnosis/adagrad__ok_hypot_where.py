import numpy as np


class AdaGrad:
    """keeps the root itself instead of the sum"""

    def __init__(self, lr=0.01):
        self.lr = lr
        self.size = None

    def update(self, params, grads):
        if self.size is None:
            self.size = dict((k, np.zeros(np.shape(v))) for k, v in params.items())
        for k in params:
            self.size[k] = np.hypot(self.size[k], grads[k])
            step = np.divide(grads[k], self.size[k] + 1e-7)
            np.subtract(params[k], self.lr * step, out=params[k])
