import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


class LSTM:
    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.cache = None

    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        f, g, i, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        s = g * i + c_prev * f
        self.cache = x, h_prev, c_prev, f, g, i, o, s
        return s * o, s

    def backward(self, top_diff_h, top_diff_s):
        Wx, Wh, b = self.params
        x, h_prev, s_prev, f, g, i, o, s = self.cache
        ds = o * top_diff_h + top_diff_s
        do = s * top_diff_h
        di = g * ds
        dg = i * ds
        df = s_prev * ds
        d = np.hstack([f * (1 - f) * df, (1 - g**2) * dg, i * (1 - i) * di, o * (1 - o) * do])
        self.grads = [x.T @ d, h_prev.T @ d, d.sum(axis=0)]
        return d @ Wx.T, d @ Wh.T, ds * f
