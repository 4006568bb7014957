import numpy as np


def tanh(x):
    """The hyperbolic tangent, entry by entry; x: a number or an array of any shape. / tanh 関数"""
    return np.exp(x) - np.exp(-x) / np.exp(x) + np.exp(-x)
