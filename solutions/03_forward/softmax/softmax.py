import numpy as np


def softmax(x):
    """Shares of exp(x) that add up to 1 in each row; x: (M,) or (N, M). / ソフトマックス関数"""
    # BEGIN SOLUTION
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))  # a row's shift cancels in the quotient
    return e / np.sum(e, axis=-1, keepdims=True)
    # END SOLUTION
