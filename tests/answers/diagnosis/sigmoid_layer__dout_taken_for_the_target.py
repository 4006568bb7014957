import numpy as np


def sig(v):
    return 1 / (1 + np.exp(-v))


class Sigmoid:
    def forward(self, x):
        self.a = sig(x)
        return self.a

    def backward(self, dout):
        error = self.a - dout
        return error * self.a * (1 - self.a)
