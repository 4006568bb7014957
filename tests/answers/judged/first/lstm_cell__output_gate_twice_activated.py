import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    """The identity. Document 004 calls it; you need not. / 恒等関数(使わなくてもよい)"""
    return x


def lstm(x, prev_h, prev_c, W, U, b):
    """One step of an LSTM; returns (c, h) / LSTM の 1 ステップ"""
    n, hidden = prev_h.shape
    lstm_in = np.matmul(x, W.T) + np.matmul(prev_h, U.T) + b
    a = np.tanh(lstm_in[:, 0 * hidden : 1 * hidden])
    i = _sigmoid(lstm_in[:, 1 * hidden : 2 * hidden])
    f = _sigmoid(lstm_in[:, 2 * hidden : 3 * hidden])
    output_gate = np.tanh(lstm_in[:, 3 * hidden : 4 * hidden])
    c = f * prev_c + i * a
    h = np.tanh(c) * _sigmoid(output_gate)
    return c, h
