import numpy as np


def nonlin(x, deriv=False):
    if deriv == True:
        return x * (1 - x)
    return 1 / (1 + np.exp(-x))


class Sigmoid:
    def forward(self, x):
        self.inp = x
        return nonlin(x)

    def backward(self, grad):
        return nonlin(self.inp, deriv=True) * grad
