import numpy as np


class RMSprop:
    """RMSProp: each entry's step is divided by the size that its gradients have had of late.

    params and grads are dicts with the same keys; grads[key] has the shape of params[key].
    最適化手法 RMSProp。params と grads はキーが同じディクショナリ。
    """

    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr = lr
        self.decay_rate = decay_rate
        self.h = None

    def update(self, params, grads):
        """Take one step: change the arrays in the dict params, return nothing. / params を 1 回更新する"""
        rho = self.decay_rate
        if self.h is None:
            self.h = {key: np.zeros_like(value) for key, value in params.items()}
        for key, g in grads.items():
            self.h[key] = (1 - rho) * self.h[key] + rho * g * g
            params[key] -= self.lr * g / (self.h[key] + 1e-7)
