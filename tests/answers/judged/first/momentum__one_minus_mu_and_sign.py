import numpy as np


class Momentum:
    """Gradient descent with a velocity: a part of each step is carried over into the next.

    params and grads are dicts with the same keys; grads[key] has the shape of params[key].
    最適化手法 Momentum。params と grads はキーが同じディクショナリ。
    """

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        """Take one step: change the arrays in the dict params, return nothing. / params を 1 回更新する"""
        if self.v is None:
            self.v = {}
            for key, val in params.items():
                self.v[key] = np.zeros_like(val)

        for key in params.keys():
            self.v[key] = self.momentum * self.v[key] - self.lr * (1 - self.momentum) * grads[key]
            params[key] -= self.v[key]
