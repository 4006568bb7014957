import numpy as np


def fit_perceptron(X, t, lr=1.0, epochs=10):
    w = np.zeros_like(X[0])
    b = 0.0
    for _ in range(epochs):
        for xi, ti in zip(X, t):
            y = 1 if np.dot(w, xi) + b > 0 else 0
            w += lr * (ti - y) * xi
            b += lr * (ti - y)
    return w, b
