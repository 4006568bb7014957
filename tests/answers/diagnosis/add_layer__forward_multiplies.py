import numpy as np


class AddLayer:
    def forward(self, x, y):
        out = x * y
        return out

    def backward(self, dout):
        return dout, dout
