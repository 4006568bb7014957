import numpy as np


class Sigmoid:
    def forward(self, x):
        self.half = np.asarray(x) / 2
        return (np.tanh(self.half) + 1) / 2

    def backward(self, dout):
        return dout / (2 * np.cosh(self.half)) ** 2
