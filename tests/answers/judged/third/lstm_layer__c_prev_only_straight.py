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
        A = x @ Wx + h_prev @ Wh + b
        f, g, i, o = np.split(A, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c = f * c_prev + g * i
        tanh_c = np.tanh(c)
        h = o * tanh_c
        self.cache = (x, h_prev, c_prev, f, g, i, o, tanh_c)
        return h, c

    def backward(self, dh_next, dc_next):
        Wx, Wh, b = self.params
        x, h_prev, c_prev, f, g, i, o, tanh_c = self.cache

        # the memory line: only a product with the forget gate
        dc_prev = dc_next * f

        # the gates get what comes through h and what comes along the memory line
        dc = dc_next + dh_next * o * (1 - tanh_c ** 2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g ** 2)
        di = dc * g * i * (1 - i)
        do = dh_next * tanh_c * o * (1 - o)
        dA = np.concatenate([df, dg, di, do], axis=1)

        self.grads = [x.T @ dA, h_prev.T @ dA, dA.sum(axis=0)]
        return dA @ Wx.T, dA @ Wh.T, dc_prev
