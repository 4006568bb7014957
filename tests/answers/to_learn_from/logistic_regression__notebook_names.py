import numpy as np


def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a. / 用意してあります: シグモイド関数"""
    return np.exp(-np.logaddexp(0.0, -a))


def nll(w, b, x, t):
    a = x @ w + b
    return np.mean(np.logaddexp(0, a) - t * a)


def nll_gradient(w, b, x, t):
    err = sigmoid(X @ w + b) - t
    dw = X.T @ err / len(X)
    db = np.mean(err)
    return dw, db


def fit(x, t, lr, epochs):
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        dw, db = nll_gradient(w, b, x, t)
        w, b = w - lr * dw, b - lr * db
    return w, b
