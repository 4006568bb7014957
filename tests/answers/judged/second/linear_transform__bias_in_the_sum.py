import numpy as np


def linear(x, W, b):
    # 定義どおりに三重ループで計算する
    if x.ndim == 1:
        x = x.reshape(1, -1)
    n_samples, n_in = x.shape
    n_out = W.shape[1]
    u = np.zeros((n_samples, n_out))
    for n in range(n_samples):
        for j in range(n_out):
            for i in range(n_in):
                u[n, j] += x[n, i] * W[i, j] + b[j]
    return u
