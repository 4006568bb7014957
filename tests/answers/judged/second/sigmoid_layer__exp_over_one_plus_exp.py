import numpy as np


def sigmoid(x):
    e = np.exp(x)
    return e / (1 + e)


class Sigmoid:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = sigmoid(x)
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)
