import numpy as np


class LSTM:
    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(p) for p in self.params]

    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        D, H = x.shape[1], h_prev.shape[1]
        V = np.vstack([Wx, Wh])
        xh = np.hstack([x, h_prev])
        z = (xh @ V + b).reshape(-1, 4, H)
        f, g, i, o = (np.tanh(z[:, k] / (1 if k == 1 else 2)) for k in range(4))
        f, i, o = ((v + 1) / 2 for v in (f, i, o))
        c = c_prev * f + g * i
        t = np.tanh(c)

        def pullback(dh, dc):
            dc = dc + dh * o * (1 - t) * (1 + t)
            dz = np.stack([dc * c_prev * (f - f * f), dc * i * (1 - g * g), dc * g * (i - i * i), dh * t * (o - o * o)], 1)
            dV, db, dxh = np.zeros_like(V), np.zeros(4 * H), []
            for row, d in zip(xh, dz.reshape(len(x), 4 * H)):
                dV += np.multiply.outer(row, d)
                db += d
                dxh.append(V @ d)
            dxh = np.array(dxh)
            return [dV[:D], dV[D:], db], (dxh[:, :D], dxh[:, D:], dc * f)

        self._pullback = pullback
        return o * t, c

    def backward(self, dh_next, dc_next):
        self.grads, result = self._pullback(dh_next, dc_next)
        return result
