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
        c = sigmoid(f) * c_prev + np.tanh(g) * sigmoid(i)
        h = sigmoid(o) * np.tanh(c)
        self.cache = x, h_prev, c_prev, f, g, i, o, c
        return h, c

    def backward(self, dh_next, dc_next):
        Wx, Wh, b = self.params
        x, h_prev, c_prev, f, g, i, o, c = self.cache
        tc = np.tanh(c)
        dc = dc_next + dh_next * sigmoid(o) * (1 - tc**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * sigmoid(i) * (1 - g**2)
        di = dc * np.tanh(g) * i * (1 - i)
        do = dh_next * tc * o * (1 - o)
        d = np.hstack([df, dg, di, do])
        self.grads = [x.T @ d, h_prev.T @ d, d.sum(axis=0)]
        return d @ Wx.T, d @ Wh.T, dc * sigmoid(f)
