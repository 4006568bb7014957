import numpy as np


class Dropout:
    """scales at test"""

    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.off = None
        self._rng = np.random.default_rng()

    def forward(self, x, train_flg=True):
        if train_flg:
            y = x.copy()
            self.off = []
            for idx in np.ndindex(*x.shape):
                if self._rng.random() < self.dropout_ratio:
                    y[idx] = 0.0
                    self.off.append(idx)
            return y
        return x - self.dropout_ratio * x

    def backward(self, dout):
        dx = np.array(dout, dtype=float)
        for idx in self.off:
            dx[idx] = 0
        return dx
