import numpy as np


def softmax(x):
    """Softmax of each row. The scores are brought into [-1, 1] first so that exp cannot overflow."""
    largest = np.max(np.abs(x), axis=-1, keepdims=True)
    largest = np.where(largest == 0, 1.0, largest)
    a = np.exp(x / largest)
    return a / a.sum(axis=-1, keepdims=True)
