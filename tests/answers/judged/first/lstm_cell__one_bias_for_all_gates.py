import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    """The identity. Document 004 calls it; you need not. / 恒等関数(使わなくてもよい)"""
    return x


def lstm(x, prev_h, prev_c, W, U, b):
    Wa, Wi, Wf, Wo = np.split(W, 4, axis=0)
    Ua, Ui, Uf, Uo = np.split(U, 4, axis=0)
    ba, bi, bf, bo = np.split(b, 4)

    # 各ゲート
    Ga = np.tanh(x @ Wa.T + prev_h @ Ua.T + ba)
    Gi = _sigmoid(x @ Wi.T + prev_h @ Ui.T + bo)
    Gf = _sigmoid(x @ Wf.T + prev_h @ Uf.T + bo)
    Go = _sigmoid(x @ Wo.T + prev_h @ Uo.T + bo)

    c = Gf * prev_c + Gi * Ga
    h = Go * np.tanh(c)
    return c, h
