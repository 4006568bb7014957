import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


class LSTM:
    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.cache = None

    def forward(self, x, h_prev, c_prev):
        H = h_prev.shape[1]
        Wx, Wh, b = self.params
        self.cols = {name: slice(k * H, (k + 1) * H) for k, name in enumerate("fgio")}
        act = {"f": sigmoid, "g": np.tanh, "i": sigmoid, "o": sigmoid}
        self.a = {n: act[n](x @ Wx[:, s] + h_prev @ Wh[:, s] + b[s]) for n, s in self.cols.items()}
        c = self.a["f"] * c_prev + self.a["g"] * self.a["i"]
        self.inputs = x, h_prev, c_prev, c
        return self.a["o"] * np.tanh(c), c

    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, c = self.inputs
        a = self.a
        dc = dc_next + dh_next * a["o"] / np.cosh(c) ** 2
        upstream = {"f": dc * c_prev, "g": dc * a["i"], "i": dc * a["g"], "o": dh_next * np.tanh(c)}
        dx, dh_prev = 0, 0
        for name, s in self.cols.items():
            slope = 1 - a[name] ** 2 if name == "g" else a[name] * (1 - a[name])
            d = upstream[name] * slope
            self.grads[0][:, s] = x.T @ d
            self.grads[1][:, s] = h_prev.T @ d
            self.grads[2][s] = d.sum(axis=0)
            dx = dx + d @ Wx[:, s].T
            dh_prev = dh_prev + d @ Wh[:, s].T
        return dx, dh_prev, dc * a["f"]
