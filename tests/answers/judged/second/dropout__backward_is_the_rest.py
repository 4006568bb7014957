import numpy as np


class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.drop_probability = dropout_ratio
        self.mask = None

    def forward(self, x, train_flg=True):
        if not train_flg:
            return x
        mask = np.random.binomial(1, 1 - self.drop_probability, size=x.shape) / (1 - self.drop_probability)
        self.mask = mask
        out = x * mask
        return out

    def backward(self, dout):
        return dout - dout * self.mask
