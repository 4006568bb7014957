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

        # step 5: h = o * tanh(c)
        dnext_c = o * (1 - np.tanh(c_next) ** 2) * dh_next
        do = np.tanh(c_next) * dh_next * o * (1 - o)

        # step 4: c = f * c_prev + g * i
        df = dnext_c * c_prev * f * (1 - f)
        di = dnext_c * g * i * (1 - i)
        dg = dnext_c * i * (1 - g ** 2)
        dc_prev = dnext_c * f

        dA = np.hstack((df, dg, di, do))

        dWx = np.dot(x.T, dA)
        dWh = np.dot(h_prev.T, dA)
        db = dA.sum(axis=0)
        self.grads = [dWx, dWh, db]

        dx = np.dot(dA, Wx.T)
        dh_prev = np.dot(dA, Wh.T)
        return dx, dh_prev, dc_prev
