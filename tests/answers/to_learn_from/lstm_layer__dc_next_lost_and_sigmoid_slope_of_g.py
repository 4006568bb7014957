import numpy as np


def sigmoid(x):
    """1 / (1 + exp(-x)), entry by entry."""
    return 1 / (1 + np.exp(-x))


class LSTM:
    """One step of an LSTM and its gradients. / LSTM の 1 ステップとその逆伝播

    Wx: (D, 4H); Wh: (H, 4H); b: (4H,); columns in blocks of H in the order f, g, i, o.
    """

    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.cache = None

    def forward(self, x, h_prev, c_prev):
        """Return (h, c), each (N, H); x: (N, D); h_prev, c_prev: (N, H). / 順伝播"""
        Wx, Wh, b = self.params
        H = h_prev.shape[1]
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
        """Set self.grads to [dWx, dWh, db], return (dx, dh_prev, dc_prev). / 逆伝播"""
        Wx, Wh, b = self.params
        x, h_prev, c_prev, i, f, g, o, c_next = self.cache

        tanh_c = np.tanh(c_next)
        dc = dh_next * o * (1 - tanh_c ** 2)

        dc_prev = dc * f
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * g * (1 - g)
        di = dc * g * i * (1 - i)
        do = dh_next * tanh_c * o * (1 - o)

        dA = np.hstack((df, dg, di, do))
        dWx = np.dot(x.T, dA)
        dWh = np.dot(h_prev.T, dA)
        db = dA.sum(axis=0)
        self.grads = [dWx, dWh, db]

        dx = np.dot(dA, Wx.T)
        dh_prev = np.dot(dA, Wh.T)
        return dx, dh_prev, dc_prev
