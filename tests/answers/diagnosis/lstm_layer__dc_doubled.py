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
        z = x @ Wx + h_prev @ Wh + b
        H = h_prev.shape[1]
        f = sigmoid(z[:, :H])
        g = np.tanh(z[:, H:2 * H])
        i = sigmoid(z[:, 2 * H:3 * H])
        o = sigmoid(z[:, 3 * H:])
        c = f * c_prev + g * i
        h = o * np.tanh(c)
        self.cache = (x, h_prev, c_prev, f, g, i, o, c)
        return h, c

    def backward(self, dh_next, dc_next):
        Wx, Wh, b = self.params
        x, h_prev, c_prev, f, g, i, o, c = self.cache
        do = dh_next * np.tanh(c)
        dc = dh_next * o * (1 - np.tanh(c) ** 2)
        dc += dc
        df = dc * c_prev
        dg = dc * i
        di = dc * g
        d = np.hstack((df * f * (1 - f), dg * (1 - g ** 2), di * i * (1 - i), do * o * (1 - o)))
        self.grads = [x.T @ d, h_prev.T @ d, d.sum(axis=0)]
        return d @ Wx.T, d @ Wh.T, dc * f
