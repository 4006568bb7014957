import numpy as np


class ReLU(object):
    def forward(self, x):
        self.keep = np.logical_and(x > 0, x < 6)
        return np.minimum(np.maximum(x, 0), 6)

    def backward(self, dout):
        dx = dout.copy()
        dx[~self.keep] = 0
        return dx
