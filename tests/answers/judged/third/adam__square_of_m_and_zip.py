import numpy as np


class Adam:
    """m: where the gradient points, v: how large it is."""

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.b1, self.b2 = beta1, beta2
        self.t = 0
        self.m = self.v = None

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(w) for w in params.values()]
            self.v = [np.zeros_like(w) for w in params.values()]
        self.t += 1
        for i, (w, g) in enumerate(zip(params.values(), grads.values())):
            self.m[i] += (1 - self.b1) * (g - self.m[i])
            mhat = self.m[i] / (1 - self.b1**self.t)
            self.v[i] += (1 - self.b2) * (mhat**2 - self.v[i])
            vhat = self.v[i] / (1 - self.b2**self.t)
            w -= self.lr * mhat / (np.sqrt(vhat) + 1e-8)
