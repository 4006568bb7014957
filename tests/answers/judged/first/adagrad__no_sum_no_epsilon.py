import numpy as np


class AdaGrad:
    """AdaGrad: an entry that has had large gradients takes smaller steps.

    params and grads are dicts with the same keys; grads[key] has the shape of params[key].
    最適化手法 AdaGrad。params と grads はキーが同じディクショナリ。
    """

    def __init__(self, lr=0.01):
        self.lr = lr
        self.h = None

    def update(self, params, grads):
        """Take one step: change the arrays in the dict params, return nothing. / params を 1 回更新する"""
        if self.h is None:
            self.h = {}
            for key, val in params.items():
                self.h[key] = np.zeros_like(val)

        for key in params.keys():
            self.h[key] = grads[key] * grads[key]
            params[key] -= self.lr * grads[key] / np.sqrt(self.h[key])
