import numpy as np


class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio

    def _mask(self, shape):
        keep = 1 - self.dropout_ratio
        return (np.random.random(shape) < keep) / keep

    def forward(self, x, train_flg=True):
        return x * self._mask(x.shape) if train_flg else x

    def backward(self, dout):
        return dout * self._mask(dout.shape)
