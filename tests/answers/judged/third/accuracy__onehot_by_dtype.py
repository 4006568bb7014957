import numpy as np


def accuracy(y, t):
    predicted = np.argmax(y, axis=1)
    if t.dtype.kind == "i":
        # whole numbers: class labels
        right = t
    else:
        # floats: one-hot rows
        right = np.argmax(t, axis=1)
    return np.mean(predicted == right)
