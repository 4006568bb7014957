import numpy as np


class RMSprop:
    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr = lr
        self.beta = decay_rate
        self.s = {}

    def update(self, params, grads):
        for name, gradient in grads.items():
            sq = np.square(gradient)
            if name in self.s:
                self.s[name] = self.beta * self.s[name] + (1 - self.beta) * sq
            else:
                self.s[name] = sq
            params[name] = params[name] - self.lr * gradient / (np.sqrt(self.s[name]) + 1e-8)
