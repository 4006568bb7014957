import numpy as np


def fit_perceptron(X, t, lr=1.0, epochs=10):
    D = len(X[0])
    w = [0.0] * D
    b = 0.0
    for _ in range(epochs):
        for n in range(len(X)):
            s = b
            for d in range(D):
                s += w[d] * X[n][d]
            y = 1 if s > 0 else 0
            for d in range(D):
                w[d] += lr * (t[n] - y) * X[n][d]
            b += lr * (t[n] - y)
    return w, b
