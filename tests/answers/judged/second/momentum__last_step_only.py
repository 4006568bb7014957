import numpy as np


class Momentum:
    """前回の更新量を少し残す"""

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {}
            for key, val in params.items():
                self.v[key] = np.zeros_like(val)

        for key in params.keys():
            step = -self.lr * grads[key]
            params[key] += self.momentum * self.v[key] + step
            self.v[key] = step  # 次の更新で使う
