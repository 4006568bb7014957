import numpy as np


def sigmoid(x):
    # np.exp(-x) は x がとても小さいとあふれるので、負の数があるときは e^x を使う式に変える
    if np.any(x < 0):
        e = np.exp(x)
        return e / (1 + e)
    return 1 / (1 + np.exp(-x))


class Sigmoid:
    """Sigmoid レイヤ"""

    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = sigmoid(x)
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)
