import numpy as np


def _sigmoid(a):
    z = np.exp(-np.abs(a))
    return np.where(a < 0, z, 1) / (1 + z)


class Tanh:
    def forward(self, x):
        self.s = _sigmoid(2 * x)
        return self.s - _sigmoid(-2 * x)

    def backward(self, dout):
        return 4 * dout * self.s * (1 - self.s)
