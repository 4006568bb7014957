import numpy as np


def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a. / 用意してあります: シグモイド関数"""
    return np.exp(-np.logaddexp(0.0, -a))


def nll(w, b, x, t):
    y = sigmoid(np.dot(x, w) + b)
    eps = 1e-10
    return -np.mean(t * np.log(y + eps) + (1 - t) * np.log(1 - y + eps))


def nll_gradient(w, b, x, t):
    n = len(x)
    diff = sigmoid(np.dot(x, w) + b) - t
    return np.dot(x.T, diff) / n, np.sum(diff) / n


def fit(x, t, lr, epochs):
    w, b = np.zeros(x.shape[1]), 0.0
    for i in range(epochs):
        dw, db = nll_gradient(w, b, x, t)
        w -= lr * dw
        b -= lr * db
    return w, b
