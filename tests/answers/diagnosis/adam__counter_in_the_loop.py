import numpy as np


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.count = 0
        self.first, self.second = {}, {}

    def step_one(self, key, w, g):
        self.count += 1
        m = self.first[key] = self.beta1 * self.first.get(key, 0) + (1 - self.beta1) * g
        v = self.second[key] = self.beta2 * self.second.get(key, 0) + (1 - self.beta2) * g * g
        bias1 = 1 - self.beta1 ** self.count
        bias2 = 1 - self.beta2 ** self.count
        return w - self.lr * np.sqrt(bias2) / bias1 * m / (np.sqrt(v) + 1e-8)

    def update(self, params, grads):
        for key in sorted(params):
            params[key] = self.step_one(key, params[key], grads[key])
