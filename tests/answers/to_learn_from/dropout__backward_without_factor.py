import numpy as np


class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.mask = None

    def forward(self, x, train_flg=True):
        if not train_flg:
            return x
        keep_prob = 1 - self.dropout_ratio
        self.mask = np.random.rand(*x.shape) < keep_prob
        out = x * self.mask
        out = out / keep_prob   # inverted dropout
        return out

    def backward(self, dout):
        dx = dout * self.mask
        return dx
