import numpy as np


class Nesterov:
    """Momentum that looks ahead: the parameters stand where the velocity is about to carry them.

    params and grads are dicts with the same keys; grads[key] has the shape of params[key].
    最適化手法 Nesterov(先読みをするモーメンタム)。params と grads はキーが同じディクショナリ。
    """

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        """Take one step: change the arrays in the dict params, return nothing. / params を 1 回更新する"""
        # BEGIN SOLUTION
        if self.v is None:
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        for key in params:
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.momentum * self.v[key] - self.lr * grads[key]
        # END SOLUTION
