import numpy as np


class SGD:
    """Stochastic gradient descent: every parameter goes a little against its gradient.

    params and grads are dicts with the same keys; grads[key] has the shape of params[key].
    確率的勾配降下法。params と grads はキーが同じディクショナリ。
    """

    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        """Take one step: change the arrays in the dict params, return nothing. / params を 1 回更新する"""
        for key in ('W1', 'b1', 'W2', 'b2'):
            params[key] += self.lr * grads[key]
