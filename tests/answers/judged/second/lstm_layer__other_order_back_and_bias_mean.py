import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def d_sigmoid(y):
    return y * (1 - y)


def d_tanh(y):
    return 1 - y ** 2


class LSTM:
    """f, g, i, o"""

    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.cache = None

    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        total = x @ Wx + h_prev @ Wh + b
        f, g, i, o = np.hsplit(total, 4)
        f = sigmoid(f)
        g = np.tanh(g)
        i = sigmoid(i)
        o = sigmoid(o)
        c = f * c_prev + g * i
        t = np.tanh(c)
        self.cache = x, h_prev, c_prev, f, g, i, o, t
        return o * t, c

    def backward(self, dh_next, dc_next):
        Wx, Wh, b = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dh_next * o * d_tanh(t) + dc_next
        d_f = dc * c_prev * d_sigmoid(f)
        d_g = dc * i * d_tanh(g)
        d_i = dc * g * d_sigmoid(i)
        d_o = dh_next * t * d_sigmoid(o)
        d_total = np.hstack([d_f, d_i, d_g, d_o])
        self.grads = [
            x.T @ d_total,
            h_prev.T @ d_total,
            np.mean(d_total, axis=0),
        ]
        return d_total @ Wx.T, d_total @ Wh.T, dc * f
