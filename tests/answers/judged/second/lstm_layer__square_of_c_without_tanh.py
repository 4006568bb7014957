import numpy as np


def sigmoid(x):
    """1 / (1 + exp(-x)), entry by entry."""
    return 1 / (1 + np.exp(-x))


class LSTM:
    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.cache = None

    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        f, g, i, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)
        f, i, o = sigmoid(f), sigmoid(i), sigmoid(o)
        g = np.tanh(g)
        c = f * c_prev + g * i
        h = o * np.tanh(c)
        self.cache = (x, h_prev, c_prev, f, g, i, o, c)
        return h, c

    def backward(self, dh_next, dc_next):
        Wx, Wh, b = self.params
        x, h_prev, c_prev, f, g, i, o, c = self.cache

        # tanh'(c) = 1 - c^2
        dc = dc_next + dh_next * o * (1 - c ** 2)
        do = dh_next * np.tanh(c) * o * (1 - o)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g ** 2)
        di = dc * g * i * (1 - i)

        dA = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ dA, h_prev.T @ dA, dA.sum(axis=0)]
        return dA @ Wx.T, dA @ Wh.T, dc * f
