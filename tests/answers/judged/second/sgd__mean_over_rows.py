import numpy as np


class SGD:
    """確率的勾配降下法"""

    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            batch_size = g.shape[0]
            # ミニバッチの平均の勾配で 1 歩進む
            params[name] -= self.lr * g / batch_size
