import numpy as np


class AddLayer:
    def forward(self, x, y):
        out = x + y
        return out

    def backward(self, dout):
        dx = dout.copy()
        dy = dout.copy()
        return dx, dy
