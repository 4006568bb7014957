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
        if self.v is None:
            self.v = [np.zeros_like(p) for p in params.values()]

        for p, g, v in zip(params.values(), grads.values(), self.v):
            v *= self.momentum
            v -= self.lr * g
            p += self.momentum * self.momentum * v
            p -= (1 + self.momentum) * self.lr * g
