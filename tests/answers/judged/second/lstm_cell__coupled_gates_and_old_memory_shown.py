import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(x, prev_h, prev_c, W, U, b):
    """LSTM の 1 ステップ"""
    H = prev_h.shape[1]
    A = x @ W.T + prev_h @ U.T + b

    candidate = np.tanh(A[:, :H])
    forget = _sigmoid(A[:, 2 * H:3 * H])
    output = _sigmoid(A[:, 3 * H:])

    # 忘れた分だけ新しい情報を入れる
    c = forget * prev_c + (1 - forget) * candidate
    h = output * np.tanh(prev_c)
    return c, h
