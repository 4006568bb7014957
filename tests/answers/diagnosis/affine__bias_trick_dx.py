import numpy as np


class Affine:
    """bias trick: [x, 1] @ [[W], [b]]"""

    def __init__(self, W, b):
        self.Wb = np.vstack([W, np.reshape(b, (1, -1))])
        self.b_shape = np.shape(b)

    def forward(self, x):
        ones = np.ones((x.shape[0], 1))
        self.x1 = np.hstack([x, ones])
        return self.x1.dot(self.Wb)

    def backward(self, dout):
        grad = self.x1.T.dot(dout)
        self.dW = grad[:-1]
        self.db = grad[-1].reshape(self.b_shape)
        return dout.dot(self.Wb.T)
