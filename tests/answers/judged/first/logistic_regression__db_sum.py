import numpy as np


def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a. / 用意してあります: シグモイド関数"""
    return np.exp(-np.logaddexp(0.0, -a))


def nll(w, b, x, t):
    a = x @ w + b
    return np.mean(np.logaddexp(0, a) - t * a)


def nll_gradient(w, b, x, t):
    y = sigmoid(x @ w + b)
    dw = x.T @ (y - t) / len(t)
    db = np.sum(y - t)
    return dw, db


def fit(x, t, lr, epochs):
    w = np.zeros(x.shape[1])
    b = 0.0
    for _ in range(epochs):
        dw, db = nll_gradient(w, b, x, t)
        w -= lr * dw
        b -= lr * db
    return w, b
