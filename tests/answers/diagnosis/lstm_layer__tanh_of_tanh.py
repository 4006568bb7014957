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

    def dtanh(self, v):
        return 1 - np.tanh(v) ** 2

    def backward(self, dh_next, dc_next):
        Wx, Wh, b = self.params
        x, h_prev, c_prev, f, g, i, o, c = self.cache
        tanh_c = np.tanh(c)
        dc = dc_next + dh_next * o * self.dtanh(tanh_c)
        d = np.hstack([
            dc * c_prev * f * (1 - f),
            dc * i * (1 - g ** 2),
            dc * g * i * (1 - i),
            dh_next * tanh_c * o * (1 - o),
        ])
        self.grads[0] = x.T.dot(d)
        self.grads[1] = h_prev.T.dot(d)
        self.grads[2] = np.sum(d, axis=0)
        return d.dot(Wx.T), d.dot(Wh.T), dc * f
