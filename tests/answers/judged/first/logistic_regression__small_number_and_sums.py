import numpy as np


def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a. / 用意してあります: シグモイド関数"""
    return np.exp(-np.logaddexp(0.0, -a))


def nll(w, b, x, t):
    """Mean negative log likelihood, one number; w (D,), b a number, x (N, D), t (N,). / 負の対数尤度の平均"""
    y = sigmoid(np.dot(x, w) + b)
    delta = 1e-7
    return -np.mean(t * np.log(y + delta) + (1 - t) * np.log(1 - y + delta))


def nll_gradient(w, b, x, t):
    """Derivatives of nll by w, (D,), and by b, one number. / nll の勾配 (dw, db)"""
    y = sigmoid(np.dot(x, w) + b)
    dw = np.dot(x.T, y - t)
    db = np.sum(y - t)
    return dw, db


def fit(x, t, lr, epochs):
    """w, (D,), and b after so many steps of gradient descent from zeros. / 勾配降下法で学習した w と b"""
    w = np.zeros(x.shape[1])
    b = 0.0
    for _ in range(epochs):
        dw, db = nll_gradient(w, b, x, t)
        w = w - lr * dw
        b = b - lr * db
    return w, b
