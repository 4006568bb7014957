import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self.x = x
        out = np.zeros((len(x), self.W.shape[1]))
        for n in range(len(x)):
            out[n] = x[n] @ self.W + np.ravel(self.b)
        return out

    def backward(self, dout):
        dx = np.zeros(self.x.shape)
        for n in range(len(dout)):
            self.dW = np.outer(self.x[n], dout[n])
            self.db = dout[n].reshape(self.b.shape)
            dx[n] = self.W @ dout[n]
        return dx
