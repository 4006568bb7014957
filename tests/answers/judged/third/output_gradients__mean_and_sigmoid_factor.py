import numpy as np


def mean_squared_error(y, t):
    """Given: the mean over all entries, as in the exercise squared_errors. / 用意してあります: 平均二乗誤差(全要素の平均)"""
    return np.mean((y - t) ** 2)


def d_mean_squared_error(y, t):
    # np.mean((y - t) ** 2) の 2 乗を微分する
    return np.mean(2 * (y - t))


def d_softmax_with_loss(y, t):
    N, M = y.shape
    if t.ndim == 1:
        onehot = np.zeros((N, M))
        onehot[np.arange(N), t] = 1
        t = onehot
    dy = (y - t) / N
    # ソフトマックスを通って x まで戻る
    dx = dy * y * (1 - y)
    return dx
