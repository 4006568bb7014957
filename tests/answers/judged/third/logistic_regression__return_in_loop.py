import numpy as np


def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a. / 用意してあります: シグモイド関数"""
    return np.exp(-np.logaddexp(0.0, -a))


def nll(w, b, x, t):
    a = x.dot(w) + b
    loss = t * np.logaddexp(0, -a) + (1 - t) * np.logaddexp(0, a)
    return loss.sum() / x.shape[0]


def nll_gradient(w, b, x, t):
    N = x.shape[0]
    y = sigmoid(x.dot(w) + b)
    dw = (y - t).dot(x) / N
    db = (y - t).sum() / N
    return dw, db


def fit(x, t, lr, epochs):
    w = np.zeros(x.shape[1])
    b = 0.0
    if epochs == 0:
        return w, b
    i = 0
    while i < epochs:
        dw, db = nll_gradient(w, b, x, t)
        w = w - lr * dw
        b = b - lr * db
        i += 1
        return w, b
