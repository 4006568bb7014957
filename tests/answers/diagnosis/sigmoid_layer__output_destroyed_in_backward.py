import numpy as np


class Sigmoid:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out.copy()

    def backward(self, dout):
        dx = self.out
        dx *= 1 - self.out
        return dx * dout
