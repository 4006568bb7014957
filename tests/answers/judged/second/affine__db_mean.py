import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.cache = {}
        self.dW = None
        self.db = None

    def forward(self, x):
        self.cache = {"X": x}
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.cache["X"].T, dout)
        self.db = np.mean(dout, axis=0)
        return np.dot(dout, self.W.T)
