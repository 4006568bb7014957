import numpy as np


def sigmoid(x, derivative=False):
    if derivative:  # x is the output
        return x * (1 - x)
    return 1 / (1 + np.exp(-x))


def tanh(x, derivative=False):
    if derivative:  # x is the output
        return 1 - x**2
    return np.tanh(x)


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
        do = dh_next * tanh(c)
        do = sigmoid(o, derivative=True) * do
        dC = np.copy(dc_next)
        dC += dh_next * o * tanh(tanh(c), derivative=True)
        dg = dC * i
        dg = tanh(g, derivative=True) * dg
        di = dC * g
        di = sigmoid(i, True) * di
        df = dC * c_prev
        df = sigmoid(f) * df
        d = np.hstack([df, dg, di, do])
        self.grads = [x.T @ d, h_prev.T @ d, d.sum(axis=0)]
        return d @ Wx.T, d @ Wh.T, f * dC
