import numpy as np


def fit_perceptron(X, t, lr=1.0, epochs=10):
    """パーセプトロンの学習"""
    n_samples, n_features = X.shape
    w = np.zeros(n_features)
    b = 0

    for epoch in range(epochs):
        for i in range(n_samples):
            u = np.dot(X[i], w) + b
            if u > 0:
                y = 1
            else:
                y = 0
            w = w + lr * (t[i] - y) * X[i]
            b = b + lr * (t[i] - y)
        return w, b
