import numpy as np


def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a. / 用意してあります: シグモイド関数"""
    return np.exp(-np.logaddexp(0.0, -a))


def nll(w, b, x, t):
    """Mean negative log likelihood, one number; w (D,), b a number, x (N, D), t (N,). / 負の対数尤度の平均"""
    # BEGIN SOLUTION
    a = x @ w + b
    return np.mean(np.logaddexp(0.0, a) - t * a)  # -log(1 - y) is log(1 + exp(a)), and log(y) - log(1 - y) is a
    # END SOLUTION


def nll_gradient(w, b, x, t):
    """Derivatives of nll by w, (D,), and by b, one number. / nll の勾配 (dw, db)"""
    # BEGIN SOLUTION
    error = sigmoid(x @ w + b) - t
    return x.T @ error / len(x), np.mean(error)
    # END SOLUTION


def fit(x, t, lr, epochs):
    """w, (D,), and b after so many steps of gradient descent from zeros. / 勾配降下法で学習した w と b"""
    # BEGIN SOLUTION
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        dw, db = nll_gradient(w, b, x, t)
        w = w - lr * dw
        b = b - lr * db
    return w, b
    # END SOLUTION
