import numpy as np


def softmax(x):
    """Shares of exp(x) that add up to 1 in each row; x: (M,) or (N, M). / ソフトマックス関数"""
    x -= np.max(x, axis=0)  # オーバーフロー対策
    return np.exp(x) / np.sum(np.exp(x), axis=0)
