import math

import numpy as np


def _sig(v):
    if v >= 0:
        return 1.0 / (1.0 + math.exp(-v))
    e = math.exp(v)
    return e / (1.0 + e)


def lstm(x, prev_h, prev_c, W, U, b):
    n_samples, H = prev_h.shape
    c, h = np.empty((n_samples, H)), np.empty((n_samples, H))

    def total(n, row):
        return float(sum(W[row] * x[n]) + sum(U[row] * prev_h[n]) + b[row])

    for n in range(n_samples):
        for j in range(H):
            a, i, f, o = (total(n, gate * H + j) for gate in range(4))
            c[n, j] = _sig(f) * prev_c[n, j] + _sig(i) * math.tanh(a)
            h[n, j] = _sig(o) * math.tanh(c[n, j])
    return [c, h]
