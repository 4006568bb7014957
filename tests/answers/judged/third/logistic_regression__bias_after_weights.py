import numpy as np


def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a. / 用意してあります: シグモイド関数"""
    return np.exp(-np.logaddexp(0.0, -a))


def nll(w, b, x, t):
    a = x @ w + b
    return np.mean(np.logaddexp(0.0, a) - t * a)


def nll_gradient(w, b, x, t):
    y = sigmoid(x @ w + b)
    return x.T @ (y - t) / len(t), np.mean(y - t)


def fit(x, t, lr, epochs):
    w = np.zeros(x.shape[1])
    b = 0.0
    for _ in range(epochs):
        # always with the newest values
        w = w - lr * nll_gradient(w, b, x, t)[0]
        b = b - lr * nll_gradient(w, b, x, t)[1]
    return w, b
