import numpy as np


def cross_entropy_error(y, t):
    batch_size = y.shape[0]

    if y.ndim == 1:
        t = t.reshape(1, t.size)
        y = y.reshape(1, y.size)

    # 教師データが one-hot のときは正解ラベルのインデックスに変換
    if t.size == y.size:
        t = t.argmax(axis=1)

    return -np.sum(np.log(y[np.arange(len(y)), t] + 1e-7)) / batch_size
