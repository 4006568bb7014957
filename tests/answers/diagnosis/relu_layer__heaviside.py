import numpy as np


class ReLU:
    def forward(self, x):
        self.slope = np.heaviside(x, 0)
        return 0.5 * (x + abs(x))

    def backward(self, dout):
        return np.multiply(dout, self.slope)
