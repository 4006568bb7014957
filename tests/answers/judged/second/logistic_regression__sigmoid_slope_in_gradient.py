import numpy as np


def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a. / 用意してあります: シグモイド関数"""
    return np.exp(-np.logaddexp(0.0, -a))


def nll(w, b, x, t):
    a = np.dot(x, w) + b
    return np.mean(np.logaddexp(0.0, a) - t * a)


def nll_gradient(w, b, x, t):
    N = x.shape[0]
    y = sigmoid(np.dot(x, w) + b)
    # chain rule: dE/da = dE/dy * dy/da
    delta = (y - t) * y * (1 - y) / N
    dw = np.dot(x.T, delta)
    db = np.sum(delta)
    return dw, db


def fit(x, t, lr, epochs):
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        dw, db = nll_gradient(w, b, x, t)
        w = w - lr * dw
        b = b - lr * db
    return w, b
