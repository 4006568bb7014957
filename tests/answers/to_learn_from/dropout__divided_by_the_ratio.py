import numpy as np


class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.mask = None

    def forward(self, x, train_flg=True):
        if not train_flg:
            return x
        p = self.dropout_ratio
        self.mask = (np.random.rand(*x.shape) > p) / p
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
