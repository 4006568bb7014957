import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W, self.b, self.dW, self.db, self._tape = W, b, None, None, []

    def forward(self, x):
        self._tape[:] = [np.array(x)]
        return np.einsum("...d,dm->...m", x, self.W) + self.b

    def backward(self, dout):
        (x,) = self._tape
        flat_x, flat = x.reshape(-1, self.W.shape[0]), dout.reshape(-1, self.W.shape[1])
        both = np.concatenate([flat_x, np.ones((len(flat_x), 1))], axis=1)
        all_grads = np.einsum("nd,nm->dm", both, flat)
        self.dW, self.db = all_grads[:-1], all_grads[-1].reshape(np.shape(self.b))
        return np.einsum("...m,dm->...d", dout, self.W)
