import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def dsigmoid(v):
    return sigmoid(v) * (1 - sigmoid(v))


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
        dc = dc_next + dh_next * o * (1 - tc * tc)
        zf = dc * c_prev * dsigmoid(f)
        zg = dc * i * (1 - g * g)
        zi = dc * g * dsigmoid(i)
        zo = dh_next * tc * dsigmoid(o)
        dz = np.concatenate((zf, zg, zi, zo), axis=1)
        self.grads = [np.dot(x.T, dz), np.dot(h_prev.T, dz), dz.sum(0)]
        return np.dot(dz, Wx.T), np.dot(dz, Wh.T), dc * f
