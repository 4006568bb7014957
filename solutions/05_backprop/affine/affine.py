import numpy as np


class Affine:
    """y = x @ W + b, and its gradients.

    W: (D, M); b: (M,) or (1, M); x: (N, D).
    """

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.dW = None
        self.db = None

    def forward(self, x):
        """Return x @ W + b, of shape (N, M). / 順伝播"""
        # BEGIN SOLUTION
        self.x = x
        return x @ self.W + self.b
        # END SOLUTION

    def backward(self, dout):
        """Set self.dW and self.db, return dx; dout has the shape of forward's result. / 逆伝播"""
        # BEGIN SOLUTION
        x = self.x.reshape(-1, self.x.shape[-1])
        rows = dout.reshape(-1, dout.shape[-1])
        self.dW = x.T @ rows
        self.db = np.sum(rows, axis=0).reshape(self.b.shape)
        return (rows @ self.W.T).reshape(self.x.shape)
        # END SOLUTION
