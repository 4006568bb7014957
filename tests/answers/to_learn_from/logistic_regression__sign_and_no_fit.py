import numpy as np


def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a. / 用意してあります: シグモイド関数"""
    return np.exp(-np.logaddexp(0.0, -a))


def nll(w, b, x, t):
    """Mean negative log likelihood, one number; w (D,), b a number, x (N, D), t (N,). / 負の対数尤度の平均"""
    a = x @ w + b
    # log(1 + e^a) - t*a, stable
    return np.mean(np.logaddexp(0, a) - t * a)


def nll_gradient(w, b, x, t):
    """Derivatives of nll by w, (D,), and by b, one number. / nll の勾配 (dw, db)"""
    y = sigmoid(x @ w + b)
    err = t - y
    dw = x.T @ err / len(x)
    db = np.mean(err)
    return dw, db


def fit(x, t, lr, epochs):
    """w, (D,), and b after so many steps of gradient descent from zeros. / 勾配降下法で学習した w と b"""
    raise NotImplementedError  # write your answer here / ここに書く
