import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    return x


def lstm(x, prev_h, prev_c, W, U, b):
    N, H = prev_h.shape
    z = x @ W.T + prev_h @ U.T + b

    candidate = np.tanh(z[:, :H])
    take_in = _sigmoid(z[:, H:2 * H])
    keep = _sigmoid(z[:, 2 * H:3 * H])
    show = _sigmoid(z[:, 3 * H:])

    memory = prev_c + take_in * candidate   # write the new information
    memory = keep * memory                  # then forget a part of it
    h = show * np.tanh(memory)
    return memory, h
