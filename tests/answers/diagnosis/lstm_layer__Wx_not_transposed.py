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
        dtanh_c = 1 - np.tanh(c) ** 2
        ds = dc_next + (dh_next * o) * dtanh_c
        dc_prev = ds * f
        dA = np.hstack((ds * c_prev * f * (1 - f), ds * i * (1 - g ** 2),
                        ds * g * i * (1 - i), dh_next * np.tanh(c) * o * (1 - o)))
        dWx = np.dot(x.T, dA)
        dWh = np.dot(h_prev.T, dA)
        db = dA.sum(axis=0)
        self.grads = [dWx, dWh, db]
        dx = np.dot(dA, Wx)
        dh_prev = np.dot(dA, Wh)
        return dx, dh_prev, dc_prev
