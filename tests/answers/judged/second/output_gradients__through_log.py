import numpy as np


def mean_squared_error(y, t):
    """Given: the mean over all entries, as in the exercise squared_errors. / 用意してあります: 平均二乗誤差(全要素の平均)"""
    return np.mean((y - t) ** 2)


def softmax(x):
    """Given: softmax of each row of x, (N, M). / 用意してあります: 行ごとのソフトマックス関数"""
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def cross_entropy_error(y, t):
    """Given: mean over the batch; t is one-hot, (N, M), or labels, (N,). / 用意してあります: 交差エントロピー誤差"""
    labels = t if t.ndim == 1 else np.argmax(t, axis=1)
    right = y[np.arange(len(y)), labels]
    return -np.mean(np.log(np.maximum(right, 1e-12)))


def d_mean_squared_error(y, t):
    K = y.size
    return (y - t) * (2.0 / K)


def d_softmax_with_loss(y, t):
    N, M = y.shape
    if t.ndim == 1:
        t = np.eye(M)[t]
    # まず log の微分、次に softmax のヤコビアン
    dy = -t / np.maximum(y, 1e-12) / N
    inner = np.sum(dy * y, axis=1, keepdims=True)
    return y * (dy - inner)
