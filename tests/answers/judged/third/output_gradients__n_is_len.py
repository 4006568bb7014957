import numpy as np


# MSE loss derivative with respect to predicted values
def d_mean_squared_error(y, t):
    n = len(t)
    return -2 / n * (t - y)


def d_softmax_with_loss(y, t):
    batch_size = y.shape[0]
    dx = y.copy()
    if t.size == y.size:
        dx -= t
    else:
        dx[np.arange(batch_size), t] -= 1
    return dx / batch_size
