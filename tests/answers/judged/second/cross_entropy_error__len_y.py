import numpy as np


def cross_entropy_error(y, t):
    """交差エントロピー誤差"""
    t = np.asarray(t)
    if t.shape != y.shape:
        # ラベルを one-hot に直す
        t = np.eye(y.shape[-1])[t]
    log_y = np.log(np.clip(y, 1e-7, None))
    return -np.sum(t * log_y) / len(y)
