import numpy as np


def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a. / 用意してあります: シグモイド関数"""
    return np.exp(-np.logaddexp(0.0, -a))


def nll(w, b, x, t):
    a = np.dot(x, w) + b
    # 1 - y would be rounded to 0, but 1 - sigmoid(a) = sigmoid(-a)
    p = np.where(t == 1, sigmoid(a), sigmoid(-a))
    return -np.mean(np.log(p))


def nll_gradient(w, b, x, t):
    a = np.dot(x, w) + b
    error = sigmoid(a) - t
    dw = np.zeros(len(w))
    for xn, en in zip(x, error):
        dw += en * xn
    return dw / len(x), error.sum() / len(x)


def fit(x, t, lr, epochs):
    w, b = np.zeros(x.shape[1]), 0.0
    for epoch in range(epochs):
        dw, db = nll_gradient(w, b, x, t)
        w -= lr * dw
        b -= lr * db
    return w, b
