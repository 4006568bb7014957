import numpy as np


class AddLayer:
    def forward(self, x, y):
        return np.add(x, y)

    def backward(self, dout):
        # both inputs share the gradient
        half = dout / 2
        return half, half
