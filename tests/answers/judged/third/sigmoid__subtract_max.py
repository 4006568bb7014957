import numpy as np


def sigmoid(x):
    # オーバーフロー対策
    c = np.max(x)
    return 1 / (1 + np.exp(-(x - c)))
