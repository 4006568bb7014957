import numpy as np


class AddLayer:
    def forward(self, x, y):
        self.shape = np.shape(x)
        return x + y

    def backward(self, dout):
        one = np.ones(self.shape)
        return one, one
