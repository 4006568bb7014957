import numpy as np


class AddLayer:
    def forward(x, y):
        return x + y

    def backward(self, dout):
        return dout, dout
