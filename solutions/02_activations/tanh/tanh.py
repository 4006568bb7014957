import numpy as np


def tanh(x):
    """The hyperbolic tangent, entry by entry; x: a number or an array of any shape. / tanh 関数"""
    # BEGIN SOLUTION
    e = np.exp(-2.0 * np.abs(x))  # never larger than 1, so nothing overflows; np.tanh(x) does all of it
    return np.sign(x) * (1.0 - e) / (1.0 + e)
    # END SOLUTION
