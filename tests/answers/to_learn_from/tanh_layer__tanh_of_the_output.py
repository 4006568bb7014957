import numpy as np


class Tanh:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.tanh(x)
        return self.out

    def backward(self, dout):
        # (tanh)' = 1 - tanh^2
        return dout * (1 - np.tanh(self.out) ** 2)
