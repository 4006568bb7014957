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
        # BEGIN SOLUTION
        Wx, Wh, b = self.params
        f, g, i, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c = f * c_prev + g * i
        self.cache = x, h_prev, c_prev, f, g, i, o, np.tanh(c)
        return o * np.tanh(c), c
        # END SOLUTION

    def backward(self, dh_next, dc_next):
        """Set self.grads to [dWx, dWh, db], return (dx, dh_prev, dc_prev). / 逆伝播"""
        # BEGIN SOLUTION
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, tanh_c = self.cache
        dc = dc_next + dh_next * o * (1 - tanh_c**2)  # c reaches the loss both as c and through h
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * tanh_c * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f
        # END SOLUTION
