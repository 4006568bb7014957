import numpy as np


def predict(w, b, x):
    return 1 if np.dot(w, x) + b > 0 else 0


def fit_perceptron(X, t, lr=1.0, epochs=10):
    """Weights (D,) and bias, learned from the rows of X, (N, D), and t, (N,), of 0 and 1."""
    w = np.zeros(X.shape[1])
    b = 0.0
    for epoch in range(epochs):
        for n in range(X.shape[0]):
            miss = t[n] - predict(w, b, X[n])
            for d in range(X.shape[1]):
                w[d] += lr * miss * X[n, d]
                b += lr * miss
    return w, b
