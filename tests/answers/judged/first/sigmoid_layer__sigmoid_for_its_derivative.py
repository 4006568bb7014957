import numpy as np


def sigmoid(x, derivative=False):
    f = 1 / (1 + np.exp(-x))
    if derivative:
        return f * (1 - f)
    return f


class Sigmoid:
    def __init__(self):
        self.x = None

    def forward(self, x):
        self.x = x
        return sigmoid(x)

    def backward(self, dout):
        return sigmoid(self.x) * dout
