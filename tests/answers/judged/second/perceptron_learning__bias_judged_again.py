import numpy as np


def predict(x, w, b):
    return 1 if np.dot(w, x) + b > 0 else 0


def fit_perceptron(X, t, lr=1.0, epochs=10):
    """Rosenblatt's rule, sample after sample."""
    N, D = X.shape
    w = np.zeros(D)
    b = 0.0
    for epoch in range(epochs):
        for n in range(N):
            w = w + lr * (t[n] - predict(X[n], w, b)) * X[n]
            b = b + lr * (t[n] - predict(X[n], w, b))
    return w, b
