import numpy as np


class Sigmoid:
    """Sigmoid レイヤ"""

    def __init__(self):
        self.out = None

    def activation(self, v):
        return 1 / (1 + np.exp(-v))

    def derivative(self, v):
        return self.activation(v) * (1 - self.activation(v))

    def forward(self, x):
        self.out = self.activation(x)
        return self.out

    def backward(self, dout):
        return dout * self.derivative(self.out)
