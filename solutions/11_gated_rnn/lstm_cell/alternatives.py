import math

import numpy as np

from grader.authoring import alternative


@alternative("the sum sliced by hand, document 004's names")
def lstm(x, prev_h, prev_c, W, U, b):
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    H = prev_h.shape[1]
    lstm_in = np.dot(x, W.T) + np.dot(prev_h, U.T) + b
    a = np.tanh(lstm_in[:, :H])
    input_gate = sigmoid(lstm_in[:, H : 2 * H])
    forget_gate = sigmoid(lstm_in[:, 2 * H : 3 * H])
    output_gate = sigmoid(lstm_in[:, 3 * H :])
    c = a * input_gate + forget_gate * prev_c
    return c, output_gate * np.tanh(c)


@alternative("four separate products, one for each gate; a clipped sigmoid")
def lstm(x, prev_h, prev_c, W, U, b):
    def sigmoid(z):
        return 1.0 / (1.0 + np.exp(-np.clip(z, -500, 500)))

    Wa, Wi, Wf, Wo = np.split(W, 4)
    Ua, Ui, Uf, Uo = np.split(U, 4)
    ba, bi, bf, bo = np.split(b, 4)
    candidate = np.tanh(x.dot(Wa.T) + prev_h.dot(Ua.T) + ba)
    i = sigmoid(x.dot(Wi.T) + prev_h.dot(Ui.T) + bi)
    f = sigmoid(x.dot(Wf.T) + prev_h.dot(Uf.T) + bf)
    o = sigmoid(x.dot(Wo.T) + prev_h.dot(Uo.T) + bo)
    c = f * prev_c
    c += i * candidate
    h = np.tanh(c)
    h *= o
    return [c, h]


@alternative("concatenated weights with a column of ones, sigmoid through tanh")
def lstm(x, prev_h, prev_c, W, U, b):
    inputs = np.hstack([x, prev_h, np.ones((len(x), 1))])
    z = inputs @ np.hstack([W, U, b[:, None]]).T
    H = z.shape[1] // 4
    a = np.tanh(z[:, 0:H])
    gates = 0.5 + 0.5 * np.tanh(z[:, H:] / 2)
    c = gates[:, H : 2 * H] * prev_c + gates[:, :H] * a
    return c, gates[:, 2 * H :] * np.tanh(c)


@alternative("einsum over a gate axis")
def lstm(x, prev_h, prev_c, W, U, b):
    h_size = prev_h.shape[-1]
    z = np.einsum("nd,gkd->gnk", x, W.reshape(4, h_size, -1))
    z += np.einsum("nj,gkj->gnk", prev_h, U.reshape(4, h_size, h_size))
    z += b.reshape(4, 1, h_size)
    small = np.exp(-np.abs(z[1:]))
    i, f, o = np.where(z[1:] >= 0, 1, small) / (1 + small)
    c = f * prev_c + i * np.tanh(z[0])
    return c, o * np.tanh(c)


@alternative("entry by entry, with math")
def lstm(x, prev_h, prev_c, W, U, b):
    def sigmoid(z):
        return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))

    N, H = prev_h.shape
    c, h = np.zeros((N, H)), np.zeros((N, H))
    for n in range(N):
        for k in range(H):
            z = []
            for row in (k, H + k, 2 * H + k, 3 * H + k):
                total = b[row]
                for d in range(x.shape[1]):
                    total += W[row, d] * x[n, d]
                for j in range(H):
                    total += U[row, j] * prev_h[n, j]
                z.append(total)
            c[n, k] = sigmoid(z[2]) * prev_c[n, k] + sigmoid(z[1]) * math.tanh(z[0])
            h[n, k] = sigmoid(z[3]) * math.tanh(c[n, k])
    return c, h


@alternative("in float32")
def lstm(x, prev_h, prev_c, W, U, b):
    x, prev_h, prev_c, W, U, b = (np.asarray(v, dtype=np.float32) for v in (x, prev_h, prev_c, W, U, b))
    a, i, f, o = np.array_split((W @ x.T + U @ prev_h.T + b[:, np.newaxis]).T, 4, axis=-1)
    i, f, o = (1 / (1 + np.exp(-gate)) for gate in (i, f, o))
    c = f * prev_c + i * np.tanh(a)
    return c, o * np.tanh(c)
