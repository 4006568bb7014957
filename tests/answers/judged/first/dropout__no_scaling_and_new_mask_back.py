import numpy as np


class Dropout:
    """In training, each entry of x is dropped with probability dropout_ratio; at test none is.

    x, y, dout, dx: arrays of one shape, whatever it is. / どれも同じ形状
    """

    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.mask = None

    def forward(self, x, train_flg=True):
        """Return y; in training with a new mask. / 順伝播(学習時は毎回新しい mask)"""
        if train_flg:
            self.mask = np.random.rand(*x.shape) > self.dropout_ratio
            return x * self.mask
        else:
            return x

    def backward(self, dout):
        """Return dx for the latest forward in training. / 逆伝播"""
        self.mask = np.random.rand(*dout.shape) > self.dropout_ratio
        return dout * self.mask
