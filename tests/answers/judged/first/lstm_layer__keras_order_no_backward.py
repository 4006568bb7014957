import numpy as np


def sigmoid(x):
    """1 / (1 + exp(-x)), entry by entry."""
    return 1 / (1 + np.exp(-x))


class LSTM:
    """One step of an LSTM and its gradients. / LSTM の 1 ステップとその逆伝播

    Wx: (D, 4H); Wh: (H, 4H); b: (4H,); columns in blocks of H in the order f, g, i, o.
    """

    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.cache = None

    def forward(self, x, h_prev, c_prev):
        """Return (h, c), each (N, H); x: (N, D); h_prev, c_prev: (N, H). / 順伝播"""
        Wx, Wh, b = self.params
        gates = x @ Wx + h_prev @ Wh + b
        i, f, g, o = np.split(gates, 4, axis=1)
        i, f, o = sigmoid(i), sigmoid(f), sigmoid(o)
        g = np.tanh(g)
        c = f * c_prev + i * g
        h = o * np.tanh(c)
        self.cache = x, h_prev, c_prev, i, f, g, o, c
        return h, c

    def backward(self, dh_next, dc_next):
        """Set self.grads to [dWx, dWh, db], return (dx, dh_prev, dc_prev). / 逆伝播"""
        # TODO
        raise NotImplementedError
