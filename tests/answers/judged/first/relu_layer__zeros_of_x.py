import numpy as np


def relu_grad(x):
    grad = np.zeros(x)
    grad[x >= 0] = 1
    return grad


class Relu:
    def __init__(self):
        self.x = None

    def forward(self, x):
        self.x = x
        return np.maximum(0, x)

    def backward(self, dout):
        return dout * relu_grad(self.x)
