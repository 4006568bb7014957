import numpy as np


def accuracy(y, t):
    """Share of the rows of y, (N, M), that are largest at the right class; t: (N,) or (N, M). / 認識精度(正解率)"""
    # BEGIN SOLUTION
    predicted = np.argmax(y, axis=1)
    right = t if t.ndim == 1 else np.argmax(t, axis=1)
    return np.mean(predicted == right)
    # END SOLUTION
