import numpy as np


def tanh(x):
    # e^(-2|x|) は 1 以下なのでオーバーフローしない
    e = np.exp(-2 * np.abs(x))
    return np.sign(x) * (1 - e) / 1 + e
