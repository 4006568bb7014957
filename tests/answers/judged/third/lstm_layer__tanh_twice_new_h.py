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
        H = h_prev.shape[1]
        s = x @ Wx + h_prev @ Wh + b
        self.f = sigmoid(s[:, 0 * H:1 * H])
        self.g = np.tanh(s[:, 1 * H:2 * H])
        self.i = sigmoid(s[:, 2 * H:3 * H])
        self.o = sigmoid(s[:, 3 * H:4 * H])
        self.x, self.c_prev = x, c_prev
        self.c = self.f * c_prev + self.g * self.i
        self.h = self.o * np.tanh(self.c)
        return self.h, self.c

    @staticmethod
    def d_sigmoid(y):
        return y * (1 - y)

    @staticmethod
    def d_tanh(a):
        return 1 - np.tanh(a) ** 2

    def backward(self, dh_next, dc_next):
        Wx, Wh, b = self.params

        dc = dc_next + dh_next * self.o * self.d_tanh(self.c)
        do = dh_next * np.tanh(self.c) * self.d_sigmoid(self.o)
        df = dc * self.c_prev * self.d_sigmoid(self.f)
        di = dc * self.g * self.d_sigmoid(self.i)
        dg = dc * self.i * self.d_tanh(self.g)
        ds = np.hstack([df, dg, di, do])

        dWx = self.x.T @ ds
        dWh = self.h.T @ ds
        db = ds.sum(axis=0)
        self.grads = [dWx, dWh, db]

        return ds @ Wx.T, ds @ Wh.T, dc * self.f
