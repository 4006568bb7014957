import numpy as np

def fit_perceptron(X, t, lr=1.0, epochs=10):
    w = np.zeros(X.shape[1])
    b = 0.0
    for _ in range(epochs):
        y = (X @ w + b > 0).astype(int)
        err = t - y
        w += lr * X.T @ err
        b += lr * err.sum()
    return w, b
