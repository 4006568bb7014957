import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


_state = {"C": None}


def lstm(x, prev_h, prev_c, W, U, b):
    z = x @ W.T + prev_h @ U.T + b
    cand, i, f, o = np.split(z, 4, axis=1)
    if _state["C"] is None or _state["C"].shape != cand.shape:
        _state["C"] = np.zeros_like(cand)
    _state["C"] = _sigmoid(f) * _state["C"] + _sigmoid(i) * np.tanh(cand)
    h = _sigmoid(o) * np.tanh(_state["C"])
    return _state["C"], h
