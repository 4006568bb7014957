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

    def backward(self, dh, dc_unused):
        Wx, Wh, b = self.params
        x, h_prev, c_prev, f, g, i, o, c = self.cache
        dWx, dWh, db = (np.zeros_like(p) for p in self.params)
        dx, dh_prev, dc_prev = np.zeros_like(x), np.zeros_like(h_prev), np.zeros_like(c_prev)
        for n in range(len(x)):
            t = np.tanh(c[n])
            dc = dh[n] * o[n] * (1 - t**2)
            dz = np.r_[dc * c_prev[n] * f[n] * (1 - f[n]), dc * i[n] * (1 - g[n]**2),
                       dc * g[n] * i[n] * (1 - i[n]), dh[n] * t * o[n] * (1 - o[n])]
            dWx += np.outer(x[n], dz)
            dWh += np.outer(h_prev[n], dz)
            db += dz
            dx[n] = Wx @ dz
            dh_prev[n] = Wh @ dz
            dc_prev[n] = dc * f[n]
        self.grads = [dWx, dWh, db]
        return dx, dh_prev, dc_prev
