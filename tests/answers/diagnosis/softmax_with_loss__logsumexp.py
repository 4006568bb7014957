import numpy as np


class SoftmaxWithLoss:
    """Everything in log space; the targets become one-hot at once."""

    def forward(self, x, t):
        n, m = x.shape
        hot = t if np.ndim(t) == 2 else np.eye(m)[t]
        logp = x - np.logaddexp.reduce(x, axis=1)[:, np.newaxis]
        self.jacobian = (np.exp(logp) - hot) / n
        return -(logp * hot).sum() / n

    def backward(self, dout=1):
        return np.multiply(self.jacobian, dout)
