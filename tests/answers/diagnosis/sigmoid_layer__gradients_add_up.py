import numpy as np


class Sigmoid:
    def forward(self, x):
        self.value = 1. / (1. + np.exp(-x))
        if not hasattr(self, "gradient") or self.gradient.shape != self.value.shape:
            self.gradient = np.zeros_like(self.value)
        return self.value

    def backward(self, dout):
        self.gradient += (1 - self.value) * self.value * dout
        return self.gradient.copy()
