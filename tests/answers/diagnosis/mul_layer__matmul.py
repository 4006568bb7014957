import numpy as np


class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        if np.ndim(x) == 2 and x.shape[0] == x.shape[1]:
            return x @ y
        return x * y

    def backward(self, dout):
        return dout * self.y, dout * self.x
