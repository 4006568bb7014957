import math

import numpy as np

from grader.authoring import alternative


def logistic(x):
    return 1 / (1 + np.exp(-x))


@alternative("the book's: slices, hstack, grads filled in place")
class LSTM:
    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.cache = None

    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        _, H = h_prev.shape
        A = np.dot(x, Wx) + np.dot(h_prev, Wh) + b
        f = A[:, :H]
        g = A[:, H : 2 * H]
        i = A[:, 2 * H : 3 * H]
        o = A[:, 3 * H :]
        f = logistic(f)
        g = np.tanh(g)
        i = logistic(i)
        o = logistic(o)
        c_next = f * c_prev + g * i
        h_next = o * np.tanh(c_next)
        self.cache = (x, h_prev, c_prev, i, f, g, o, c_next)
        return h_next, c_next

    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, i, f, g, o, c_next = self.cache
        tanh_c_next = np.tanh(c_next)
        ds = dc_next + (dh_next * o) * (1 - tanh_c_next**2)
        dc_prev = ds * f
        di = ds * g
        df = ds * c_prev
        do = dh_next * tanh_c_next
        dg = ds * i
        di *= i * (1 - i)
        df *= f * (1 - f)
        do *= o * (1 - o)
        dg *= 1 - g**2
        dA = np.hstack((df, dg, di, do))
        self.grads[0][...] = np.dot(x.T, dA)
        self.grads[1][...] = np.dot(h_prev.T, dA)
        self.grads[2][...] = dA.sum(axis=0)
        return np.dot(dA, Wx.T), np.dot(dA, Wh.T), dc_prev


@alternative("four separate products, one for each gate")
class LSTM:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.params = Wx, Wh, b
        self.grads = None

    def forward(self, x, h_prev, c_prev):
        sums = [
            x @ Wx + h_prev @ Wh + b
            for Wx, Wh, b in zip(
                np.split(self.Wx, 4, axis=1), np.split(self.Wh, 4, axis=1), np.split(self.b, 4), strict=True
            )
        ]
        self.gates = {name: logistic(z) for name, z in zip("fgio", sums, strict=True)}
        self.gates["g"] = np.tanh(sums[1])
        self.x, self.h_prev, self.c_prev = x, h_prev, c_prev
        self.c = self.gates["f"] * c_prev + self.gates["i"] * self.gates["g"]
        return self.gates["o"] * np.tanh(self.c), self.c

    def backward(self, dh_next, dc_next):
        f, g, i, o = (self.gates[name] for name in "fgio")
        t = np.tanh(self.c)
        dc = dc_next + dh_next * o - dh_next * o * t * t
        deltas = [dc * self.c_prev * (f - f * f), dc * i * (1 - g * g), dc * g * (i - i * i), dh_next * t * (o - o * o)]
        dx, dh_prev = np.zeros(self.x.shape), np.zeros(self.h_prev.shape)
        dWx, dWh, db = [], [], []
        H = self.c.shape[1]
        for k, delta in enumerate(deltas):
            columns = slice(k * H, (k + 1) * H)
            dx += delta @ self.Wx[:, columns].T
            dh_prev += delta @ self.Wh[:, columns].T
            dWx.append(self.x.T @ delta)
            dWh.append(self.h_prev.T @ delta)
            db.append(np.ones(len(delta)) @ delta)
        self.grads = (np.concatenate(dWx, axis=1), np.concatenate(dWh, axis=1), np.concatenate(db))
        return dx, dh_prev, dc * f


@alternative("one concatenated weight with a row for b")
class LSTM:
    def __init__(self, Wx, Wh, b):
        self._sizes = len(Wx), len(Wh)
        self._W = np.vstack([Wx, Wh, b])
        self.grads = [0, 0, 0]

    def forward(self, x, h_prev, c_prev):
        h = self._sizes[1]
        self._in = np.hstack([x, h_prev, np.ones((len(x), 1))])
        self._old = c_prev
        z = self._in @ self._W
        # sigmoid(z) = (1 + tanh(z / 2)) / 2: one tanh for all four blocks
        z[:, :h] /= 2
        z[:, 2 * h :] /= 2
        np.tanh(z, out=z)
        z[:, :h] = 0.5 * z[:, :h] + 0.5
        z[:, 2 * h :] = 0.5 * z[:, 2 * h :] + 0.5
        self._z = z
        c = z[:, :h] * c_prev + z[:, h : 2 * h] * z[:, 2 * h : 3 * h]
        self._t = np.tanh(c)
        return z[:, 3 * h :] * self._t, c

    def backward(self, dh_next, dc_next):
        d, h = self._sizes
        f, g, i, o = np.split(self._z, 4, axis=1)
        dc = dc_next + dh_next * o * (1 - self._t) * (1 + self._t)
        dz = np.empty_like(self._z)
        dz[:, :h] = dc * self._old * f * (1 - f)
        dz[:, h : 2 * h] = dc * i * (1 - g**2)
        dz[:, 2 * h : 3 * h] = dc * g * i * (1 - i)
        dz[:, 3 * h :] = dh_next * self._t * o * (1 - o)
        dW = self._in.T @ dz
        self.grads[0], self.grads[1], self.grads[2] = dW[:d], dW[d : d + h], dW[-1]
        d_in = dz @ self._W.T
        return d_in[:, :d], d_in[:, d : d + h], f * dc


@alternative("einsum over a gate axis")
class LSTM:
    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = []

    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        h = len(Wh)
        self.Wx4, self.Wh4 = Wx.reshape(-1, 4, h), Wh.reshape(h, 4, h)
        s = np.einsum("nd,dgh->gnh", x, self.Wx4) + np.einsum("nk,kgh->gnh", h_prev, self.Wh4)
        s = s + b.reshape(4, 1, h)
        self.act = np.stack([logistic(s[0]), np.tanh(s[1]), logistic(s[2]), logistic(s[3])])
        self.slope = self.act * (1 - self.act)
        self.slope[1] = 1 - self.act[1] ** 2
        c = self.act[0] * c_prev + self.act[1] * self.act[2]
        self.kept = x, h_prev, c_prev, c
        return self.act[3] * np.tanh(c), c

    def backward(self, dh_next, dc_next):
        x, h_prev, c_prev, c = self.kept
        f, g, i, o = self.act
        dc = dc_next + dh_next * o / np.cosh(c) ** 2
        ds = np.stack([dc * c_prev, dc * i, dc * g, dh_next * np.tanh(c)]) * self.slope
        self.grads = [
            np.einsum("nd,gnh->dgh", x, ds).reshape(x.shape[1], -1),
            np.einsum("nk,gnh->kgh", h_prev, ds).reshape(h_prev.shape[1], -1),
            np.einsum("gnh->gh", ds).ravel(),
        ]
        return np.einsum("gnh,dgh->nd", ds, self.Wx4), np.einsum("gnh,kgh->nk", ds, self.Wh4), dc * f


@alternative("row by row and unit by unit, with math")
class LSTM:
    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]

    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        n, h = c_prev.shape
        self.x, self.h_prev, self.c_prev = x.copy(), h_prev.copy(), c_prev.copy()
        self.gates = {}
        h_next, c_next = np.zeros((n, h)), np.zeros((n, h))
        for row in range(n):
            z = x[row] @ Wx + h_prev[row] @ Wh + b
            for k in range(h):
                f, i, o = (1 / (1 + math.exp(-z[block * h + k])) for block in (0, 2, 3))
                g = math.tanh(z[h + k])
                c_next[row, k] = f * c_prev[row, k] + g * i
                h_next[row, k] = o * math.tanh(c_next[row, k])
                self.gates[row, k] = f, g, i, o, math.tanh(c_next[row, k])
        return h_next, c_next

    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        for grad in self.grads:
            grad.fill(0)
        dx, dh_prev, dc_prev = np.zeros_like(self.x), np.zeros_like(self.h_prev), np.zeros_like(self.c_prev)
        n, h = self.c_prev.shape
        for row in range(n):
            dz = np.zeros(4 * h)
            for k in range(h):
                f, g, i, o, t = self.gates[row, k]
                dc = dc_next[row, k] + dh_next[row, k] * o * (1 - t * t)
                dz[k] = dc * self.c_prev[row, k] * f * (1 - f)
                dz[h + k] = dc * i * (1 - g * g)
                dz[2 * h + k] = dc * g * i * (1 - i)
                dz[3 * h + k] = dh_next[row, k] * t * o * (1 - o)
                dc_prev[row, k] = dc * f
            self.grads[0] += np.outer(self.x[row], dz)
            self.grads[1] += np.outer(self.h_prev[row], dz)
            self.grads[2] += dz
            dx[row] = Wx @ dz
            dh_prev[row] = Wh @ dz
        return dx, dh_prev, dc_prev


@alternative("in float32")
class LSTM:
    def __init__(self, Wx, Wh, b):
        self.params = [np.asarray(p, dtype=np.float32) for p in (Wx, Wh, b)]
        self.grads = [np.zeros_like(p) for p in self.params]

    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        x, h_prev, c_prev = (np.asarray(v, dtype=np.float32) for v in (x, h_prev, c_prev))
        f, g, i, o = np.hsplit(x @ Wx + h_prev @ Wh + b, 4)
        f, g, i, o = logistic(f), np.tanh(g), logistic(i), logistic(o)
        c = f * c_prev + g * i
        self.memo = x, h_prev, c_prev, f, g, i, o, c
        return o * np.tanh(c), c

    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, c = self.memo
        dh, dc = np.asarray(dh_next, dtype=np.float32), np.asarray(dc_next, dtype=np.float32)
        dc = dc + dh * o * (1 - np.tanh(c) ** 2)
        d = [dc * c_prev * f * (1 - f), dc * i * (1 - g**2), dc * g * i * (1 - i), dh * np.tanh(c) * o * (1 - o)]
        d = np.concatenate(d, axis=1)
        self.grads = [x.T @ d, h_prev.T @ d, d.sum(axis=0)]
        return d @ Wx.T, d @ Wh.T, dc * f
