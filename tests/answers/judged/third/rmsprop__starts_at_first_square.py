import numpy as np


class RMSprop:

    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr = lr
        self.decay_rate = decay_rate
        self.h = None

    def update(self, params, grads):
        """params を 1 回更新する"""
        if self.h is None:
            # 最初は履歴がないので、最初の勾配の 2 乗を使う
            self.h = {}
            for key in params.keys():
                self.h[key] = grads[key] * grads[key]
        else:
            for key in params.keys():
                self.h[key] = self.decay_rate * self.h[key] + (1 - self.decay_rate) * grads[key] * grads[key]

        for key in params.keys():
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + 1e-8)
