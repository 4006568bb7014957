import numpy as np


class AdamW:
    """Adam with decoupled weight decay: the decay acts on the parameter and never enters the averages.

    params and grads are dicts with the same keys; grads[key] has the shape of params[key].
    最適化手法 AdamW。params と grads はキーが同じディクショナリ。
    """

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.weight_decay = weight_decay
        self.t = 0  # steps taken so far / これまでの更新回数
        self.m = None
        self.v = None

    def update(self, params, grads):
        """Take one step: change the arrays in the dict params, return nothing. / params を 1 回更新する"""
        if self.m is None:
            self.m = {k: np.zeros_like(p) for k, p in params.items()}
            self.v = {k: np.zeros_like(p) for k, p in params.items()}
        self.t += 1

        for k in params:
            g = grads[k]
            if k.startswith("W"):          # don't decay the biases
                g = g + self.weight_decay * params[k]
            self.m[k] = self.beta1 * self.m[k] + (1 - self.beta1) * g
            self.v[k] = self.beta2 * self.v[k] + (1 - self.beta2) * g * g
            m_hat = self.m[k] / (1 - self.beta1 ** self.t)
            v_hat = self.v[k] / (1 - self.beta2 ** self.t)
            params[k] = params[k] - self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)
