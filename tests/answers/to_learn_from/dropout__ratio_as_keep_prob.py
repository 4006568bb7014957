import numpy as np


class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.mask = None

    def forward(self, x, train_flg=True):
        keep_prob = self.dropout_ratio
        if train_flg:
            self.mask = (np.random.rand(*x.shape) < keep_prob) / keep_prob
            return x * self.mask
        return x

    def backward(self, dout):
        return dout * self.mask
