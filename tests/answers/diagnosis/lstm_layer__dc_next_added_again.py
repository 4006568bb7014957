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
        tc = np.tanh(c)
        dc = dc_next + dh_next * o * (1 - tc**2)
        d = np.concatenate([dc * c_prev * f * (1 - f), dc * i * (1 - g**2),
                            dc * g * i * (1 - i), dh_next * tc * o * (1 - o)], axis=1)
        self.grads = [x.T @ d, h_prev.T @ d, d.sum(axis=0)]
        dc_prev = dc * f + dc_next
        return d @ Wx.T, d @ Wh.T, dc_prev
