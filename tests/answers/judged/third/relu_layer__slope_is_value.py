import numpy as np


class Relu:
    """ReLU レイヤ"""

    def __init__(self):
        self.mask = None
        self.y = None

    def forward(self, x):
        self.mask = x > 0
        self.y = x * self.mask
        return self.y

    def backward(self, dout):
        dx = dout * self.y
        return dx
