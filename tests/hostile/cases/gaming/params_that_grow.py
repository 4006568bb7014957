# Adds parameters to those that it was given.
# exercise: sgd
# expect: failed, error
# score: some

import numpy as np


class SGD:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for key in list(params):
            params[key] = params[key] - self.lr * grads[key]
        for number in range(100):
            params[f"\x1b[2J{number}"] = np.zeros(1)
