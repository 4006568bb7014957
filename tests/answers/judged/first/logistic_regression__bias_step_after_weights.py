import numpy as np


def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a. / 用意してあります: シグモイド関数"""
    return np.exp(-np.logaddexp(0.0, -a))


def nll(w, b, x, t):
    """Mean negative log likelihood, one number; w (D,), b a number, x (N, D), t (N,). / 負の対数尤度の平均"""
    a = np.dot(x, w) + b
    # -log(y) = log(1 + e^-a),  -log(1 - y) = log(1 + e^a)
    return np.mean(t * np.logaddexp(0.0, -a) + (1 - t) * np.logaddexp(0.0, a))


def nll_gradient(w, b, x, t):
    """Derivatives of nll by w, (D,), and by b, one number. / nll の勾配 (dw, db)"""
    delta = sigmoid(np.dot(x, w) + b) - t
    return np.dot(delta, x) / len(x), np.mean(delta)


def fit(x, t, lr, epochs):
    """w, (D,), and b after so many steps of gradient descent from zeros. / 勾配降下法で学習した w と b"""
    w = np.zeros(x.shape[1])
    b = 0.0
    for epoch in range(epochs):
        w = w - lr * nll_gradient(w, b, x, t)[0]
        b = b - lr * nll_gradient(w, b, x, t)[1]
    return w, b
