import numpy as np


def fit_perceptron(X, t, lr=1.0, epochs=10):
    """Weights (D,) and bias, learned from the rows of X, (N, D), and t, (N,), of 0 and 1. / パーセプトロンの学習"""
    w = np.zeros_like(X[0])
    b = 0.0
    for epoch in range(epochs):
        y = np.where(np.dot(X, w) + b > 0, 1, 0)   # predictions
        for i in range(len(X)):
            if y[i] != t[i]:
                w += lr * (t[i] - y[i]) * X[i]
                b += lr * (t[i] - y[i])
    return w, b
