import numpy as np


def cross_entropy_error(y, t):
    """Mean over the batch of -log of the right class's probability. / 交差エントロピー誤差

    y: (M,) or (N, M) probabilities; t: one-hot like y, or labels of shape () or (N,).
    """
    if y.ndim == 1:
        t = t.reshape(1, t.size)
        y = y.reshape(1, y.size)

    # 教師データが one-hot の場合はラベルに変換
    if t.size == y.size:
        t = t.argmax(axis=1)

    delta = 1e-7
    y += delta
    n = y.size
    return -np.sum(np.log(y[np.arange(len(y)), t])) / n
