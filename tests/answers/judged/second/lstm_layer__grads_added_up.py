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
        A = np.dot(x, Wx) + np.dot(h_prev, Wh) + b

        f = sigmoid(A[:, :H])
        g = np.tanh(A[:, H:2*H])
        i = sigmoid(A[:, 2*H:3*H])
        o = sigmoid(A[:, 3*H:])

        c_next = f * c_prev + g * i
        tanh_c = np.tanh(c_next)
        h_next = o * tanh_c
        self.cache = (x, h_prev, c_prev, f, g, i, o, tanh_c)
        return h_next, c_next

    def backward(self, dh_next, dc_next):
        Wx, Wh, b = self.params
        x, h_prev, c_prev, f, g, i, o, tanh_c = self.cache

        ds = dc_next + dh_next * o * (1 - tanh_c ** 2)
        dc_prev = ds * f

        # ゲートごとの勾配
        di = ds * g * i * (1 - i)
        df = ds * c_prev * f * (1 - f)
        do = dh_next * tanh_c * o * (1 - o)
        dg = ds * i * (1 - g ** 2)
        dA = np.hstack((df, dg, di, do))

        # 重みは全時刻で共有なので足し合わせる
        self.grads[0] += np.dot(x.T, dA)
        self.grads[1] += np.dot(h_prev.T, dA)
        self.grads[2] += dA.sum(axis=0)

        return np.dot(dA, Wx.T), np.dot(dA, Wh.T), dc_prev
