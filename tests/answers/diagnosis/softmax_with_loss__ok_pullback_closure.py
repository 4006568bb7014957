import numpy as np


class SoftmaxWithLoss:
    def forward(self, x, t):
        idx = (t if t.ndim == 1 else t.argmax(1))[:, None]
        shifted = x - x.max(axis=1, keepdims=True)
        logp = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))

        def pullback(g):
            d = np.exp(logp)
            np.put_along_axis(d, idx, np.take_along_axis(d, idx, axis=1) - 1.0, axis=1)
            return g / len(x) * d

        self._pullback = pullback
        return float(-np.take_along_axis(logp, idx, axis=1).mean())

    def backward(self, dout=1):
        return self._pullback(dout)
