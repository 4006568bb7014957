import numpy as np


class Sigmoid:
    def __init__(self):
        self.output = None

    def forward(self, x):
        sigmoid = 1.0 / (1.0 + np.exp(-x))
        self.output = sigmoid
        return sigmoid

    def backward(self, dout):
        if self.output is None:
            raise RuntimeError("Sigmoid: backward called before forward")
        sigmoid = self.output
        dx = (1.0 - sigmoid) * sigmoid * dout
        self.output = None
        return dx
