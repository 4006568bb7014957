import numpy as np


def sigmoid(x):
    """1 / (1 + exp(-x)), entry by entry; x: a number or an array of any shape. / シグモイド関数"""
    # BEGIN SOLUTION
    e = np.exp(-np.abs(x))  # never larger than 1, so nothing overflows
    return np.where(np.asarray(x) >= 0, 1.0, e) / (1.0 + e)
    # END SOLUTION
