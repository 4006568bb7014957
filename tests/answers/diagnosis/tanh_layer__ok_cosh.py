import numpy as np


import math


class Tanh:
    def __init__(self):
        self.x_saved = None

    def forward(self, x):
        self.x_saved = x.copy()
        return np.vectorize(math.tanh, otypes=[float])(x)

    def backward(self, dout):
        return dout / np.cosh(self.x_saved) ** 2
