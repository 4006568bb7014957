import numpy as np


class Nesterov:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {k: np.zeros_like(v) for k, v in params.items()}

        for k in params.keys():
            g = grads[k]
            # 速度の更新
            self.v[k] = self.momentum * self.v[k] - self.lr * g
            # w の更新(先読みの分も)
            params[k] += self.momentum**2 * self.v[k]
            params[k] -= (1 + self.momentum) * self.lr * g
