import numpy as np


class Dropout:
    """Switch neurons off at random while training."""

    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.mask = None

    def forward(self, x, train_flg=True):
        keep = 1.0 - self.dropout_ratio
        if not train_flg:
            return x * keep
        n_neurons = x.shape[-1]
        # each neuron is on or off
        self.mask = np.random.rand(n_neurons) < keep
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
