import numpy as np


class Tanh:
    """y = tanh(x), and its gradient. x: an array of any shape. / Tanh レイヤ"""

    def __init__(self):
        self.x = None

    def forward(self, x):
        self.x = x
        return np.tanh(x)

    def backward(self, dout):
        return dout * (1 - self.x ** 2)
