import numpy as np


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.k = 0
        self.gsum = {}
        self.xsum = {}
        self.eps = 1e-8

    def update(self, params, grads):
        self.k += 1
        for name in params:
            gij = grads[name]
            if name not in self.gsum:
                self.gsum[name] = np.zeros_like(gij)
                self.xsum[name] = np.zeros_like(gij)
            self.gsum[name] = self.gsum[name] * self.beta1 + (1 - self.beta1) * gij
            self.xsum[name] = self.xsum[name] * self.beta2 + (1 - self.beta2) * gij * gij
            biasCorr1 = self.gsum[name] * (1 - self.beta1 ** self.k)
            biasCorr2 = self.xsum[name] * (1 - self.beta2 ** self.k)
            dx = -self.lr * biasCorr1 / (np.sqrt(biasCorr2) + self.eps)
            params[name] = params[name] + dx
