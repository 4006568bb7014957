import numpy as np


def cross_entropy_error(y, t):
    if y.ndim == 1:
        y = y[np.newaxis]
        t = t[np.newaxis]

    if t.shape == y.shape:
        # one-hot
        return np.mean(-t * np.log(y + 1e-7))

    # labels
    total = 0.0
    for probs, label in zip(y, t):
        total -= np.log(probs[label])
    return total / len(t)
