import numpy as np


class Sigmoid:
    def forward(self, x):
        y = np.exp(-np.logaddexp(0, -x))

        def _backward(g):
            return g * (y - y ** 2)

        self._backward = _backward
        return y

    def backward(self, dout):
        return self._backward(dout)
