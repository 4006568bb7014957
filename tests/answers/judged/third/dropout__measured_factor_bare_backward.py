import numpy as np


class Dropout:
    # inverted dropout
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.mask = None

    def forward(self, x, train_flg=True):
        if train_flg:
            self.mask = np.random.uniform(size=x.shape) >= self.dropout_ratio
            kept = np.sum(self.mask)
            if kept == 0:
                return np.zeros_like(x)
            # the kept ones carry the strength of all
            return x * self.mask * (x.size / kept)
        return x

    def backward(self, dout):
        dx = dout.copy()
        dx[~self.mask] = 0
        return dx
