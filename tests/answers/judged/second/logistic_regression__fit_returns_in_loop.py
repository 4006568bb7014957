import numpy as np


def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a. / 用意してあります: シグモイド関数"""
    return np.exp(-np.logaddexp(0.0, -a))


def nll(w, b, x, t):
    a = x @ w + b
    loss = np.where(t == 1, np.logaddexp(0, -a), np.logaddexp(0, a))
    return loss.mean()


def nll_gradient(w, b, x, t):
    n = len(x)
    diff = sigmoid(x @ w + b) - t
    dw = (diff[:, None] * x).sum(axis=0) / n
    db = diff.sum() / n
    return dw, db


def fit(x, t, lr, epochs):
    w = np.zeros(x.shape[1])
    b = 0.0
    if epochs == 0:
        return w, b
    for i in range(epochs):
        dw, db = nll_gradient(w, b, x, t)
        w -= lr * dw
        b -= lr * db
        return w, b
