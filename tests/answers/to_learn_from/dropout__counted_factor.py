import numpy as np


class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.mask = None

        self.scale = 1.0

    def forward(self, x, train_flg=True):
        if train_flg:
            self.mask = np.random.rand(*x.shape) >= self.dropout_ratio
            # 残った割合で割って平均を保つ
            self.scale = self.mask.size / np.sum(self.mask)
            return x * self.mask * self.scale
        return x

    def backward(self, dout):
        return dout * self.mask * self.scale
