import numpy as np


class MultiLayer:
    def forward(self, x, y):
        self._pull = lambda g: [g * y, g * x]
        return x * y

    def backward(self, dout):
        return self._pull(dout)
