import numpy as np


def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a. / 用意してあります: シグモイド関数"""
    return np.exp(-np.logaddexp(0.0, -a))


def score(w, b, x):
    return x @ w + b


def nll(w, b, x, t):
    # -t log y - (1 - t) log(1 - y) = log(1 + e^a) - t a
    a = score(w, b, x)
    return np.mean(np.log1p(np.exp(a)) - t * a)


def nll_gradient(w, b, x, t):
    err = sigmoid(score(w, b, x)) - t
    return x.T @ err / len(t), err.mean()


def fit(x, t, lr, epochs):
    w = np.zeros(x.shape[1])
    b = 0.0
    for epoch in range(epochs):
        grad_w, grad_b = nll_gradient(w, b, x, t)
        w, b = w - lr * grad_w, b - lr * grad_b
    return w, b
