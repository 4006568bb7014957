import numpy as np


def softmax(x):
    # exp overflows a little above 700, so keep the scores inside
    safe = np.clip(x, -700, 700)
    e = np.exp(safe)
    return e / np.sum(e, axis=-1, keepdims=True)
