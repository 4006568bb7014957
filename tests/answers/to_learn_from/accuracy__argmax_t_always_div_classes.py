import numpy as np


def accuracy(y, t):
    """Share of the rows of y, (N, M), that are largest at the right class; t: (N,) or (N, M). / 認識精度(正解率)"""
    y_label = np.argmax(y, axis=1)
    t_label = np.argmax(t, axis=1)
    correct = np.sum(y_label == t_label)
    return correct / float(y.shape[1])
