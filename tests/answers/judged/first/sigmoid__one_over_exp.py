import numpy as np


def sigmoid(x):
    """1 / (1 + exp(-x)), entry by entry"""
    s = 1 / (np.exp(-x))
    return s
