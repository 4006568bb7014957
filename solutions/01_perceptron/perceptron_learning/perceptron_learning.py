import numpy as np


def fit_perceptron(X, t, lr=1.0, epochs=10):
    """Weights (D,) and bias, learned from the rows of X, (N, D), and t, (N,), of 0 and 1. / パーセプトロンの学習"""
    # BEGIN SOLUTION
    w = np.zeros(X.shape[1])
    b = 0.0
    for _ in range(epochs):
        for i in range(len(X)):
            y = 1 if X[i] @ w + b > 0 else 0
            w = w + lr * (t[i] - y) * X[i]
            b = b + lr * (t[i] - y)
    return w, b
    # END SOLUTION
