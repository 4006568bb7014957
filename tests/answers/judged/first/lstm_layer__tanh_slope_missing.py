import numpy as np


def sigmoid(x):
    """1 / (1 + exp(-x)), entry by entry."""
    return 1 / (1 + np.exp(-x))


class LSTM:
    """One step of an LSTM and its gradients. / LSTM の 1 ステップとその逆伝播"""

    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.cache = None

    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        sums = x @ Wx + h_prev @ Wh + b
        f, g, i, o = np.split(sums, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c = f * c_prev + g * i
        h = o * np.tanh(c)
        self.cache = x, h_prev, c_prev, f, g, i, o, c
        return h, c

    def backward(self, dh_next, dc_next):
        Wx, Wh, b = self.params
        x, h_prev, c_prev, f, g, i, o, c = self.cache
        dc = dc_next + dh_next * o          # two paths meet here
        do = dh_next * np.tanh(c) * o * (1 - o)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        dsums = np.concatenate([df, dg, di, do], axis=1)
        self.grads[0][...] = x.T @ dsums
        self.grads[1][...] = h_prev.T @ dsums
        self.grads[2][...] = dsums.sum(axis=0)
        return dsums @ Wx.T, dsums @ Wh.T, dc * f
