import numpy as np


class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.mask = None

    def forward(self, x, train_flg=True):
        if not train_flg:
            return x
        # どのニューロンを残すか
        n_neurons = x.shape[-1]
        keep = np.random.rand(n_neurons) >= self.dropout_ratio
        self.mask = keep / (1.0 - self.dropout_ratio)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
