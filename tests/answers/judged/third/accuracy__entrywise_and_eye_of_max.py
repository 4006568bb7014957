import numpy as np


def to_one_hot(labels):
    return np.eye(labels.max() + 1)[labels]


def accuracy(y, t):
    if t.ndim == 1:
        t = to_one_hot(t)
    # 各行の最大値のところだけ 1 にする
    prediction = (y == y.max(axis=1, keepdims=True)).astype(int)
    return np.mean(prediction == t)
