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
        N, H = h_prev.shape

        A = np.dot(x, Wx) + np.dot(h_prev, Wh) + b

        f = sigmoid(A[:, :H])
        g = np.tanh(A[:, H:2*H])
        i = sigmoid(A[:, 2*H:3*H])
        o = sigmoid(A[:, 3*H:])

        c_next = f * c_prev + g * i
        h_next = o * np.tanh(c_next)

        self.cache = (x, h_prev, c_prev, i, f, g, o, c_next)
        return h_next, c_next

    def backward(self, dh_next, dc_next):
        Wx, Wh, b = self.params
        x, h_prev, c_prev, i, f, g, o, c_next = self.cache
        t = np.tanh(c_next)

        do = dh_next * t
        dc = dc_next + dh_next * o * (1 - t * t)
        df = dc * c_prev
        dg = dc * i
        di = dc * g
        dc_prev = dc * f

        dgates = np.hstack([df, dg, di, do])
        dA = np.hstack([df * f * (1 - f), dg * (1 - g * g), di * i * (1 - i), do * o * (1 - o)])

        self.grads = [x.T @ dA, h_prev.T @ dA, dA.sum(axis=0)]
        dx = dgates @ Wx.T
        dh_prev = dgates @ Wh.T
        return dx, dh_prev, dc_prev
