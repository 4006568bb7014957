import numpy as np


class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.keep = 1 - dropout_ratio
        self.scale = None

    def forward(self, x, train_flg=True):
        if not train_flg:
            return x
        self.scale = np.random.binomial(1, self.keep, size=np.shape(x)).astype(np.float32) / self.keep
        return np.multiply(x, self.scale)

    def backward(self, dout):
        return np.multiply(dout, self.scale)
