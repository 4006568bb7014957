import numpy as np


def sigmoid(a):
    """Given: 1 / (1 + exp(-a)), for every a. / 用意してあります: シグモイド関数"""
    return np.exp(-np.logaddexp(0.0, -a))


def nll(w, b, x, t):
    total = 0.0
    for xn, tn in zip(x, t):
        a = np.dot(w, xn) + b
        total += np.logaddexp(0.0, -a) if tn == 1 else np.logaddexp(0.0, a)
    return total / len(t)


def nll_gradient(w, b, x, t):
    diff = sigmoid(x @ w + b) - t
    dw = (x * diff[:, None]).mean(axis=0)
    db = diff.sum()
    return dw, db


def fit(x, t, lr, epochs):
    w = np.zeros(x.shape[1])
    b = 0.0
    loss = nll(w, b, x, t)
    for _ in range(epochs):
        dw, db = nll_gradient(w, b, x, t)
        w, b = w - lr * dw, b - lr * db
        new_loss = nll(w, b, x, t)
        if new_loss > loss:      # no longer going down
            break
        loss = new_loss
    return w, b
