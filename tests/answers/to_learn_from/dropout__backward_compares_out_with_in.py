import numpy as np


class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.mask = None

    def forward(self, x, train_flg=True):
        if not train_flg:
            return x
        keep = 1.0 - self.dropout_ratio
        self.x = x.copy()
        self.y = np.where(np.random.uniform(size=x.shape) < keep, x / keep, 0.0)
        return self.y.copy()

    def backward(self, dout):
        zero = self.x == 0
        ratio = self.y / np.where(zero, 1.0, self.x)
        return np.where(zero, dout, ratio * dout)
