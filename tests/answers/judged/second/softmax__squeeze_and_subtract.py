import numpy as np


def softmax(x):
    """ソフトマックス関数"""
    if x.ndim == 1:
        x = x[np.newaxis, :]      # バッチにそろえる
    x -= np.max(x, axis=1, keepdims=True)
    exp_x = np.exp(x)
    y = exp_x / np.sum(exp_x, axis=1, keepdims=True)
    return np.squeeze(y)
