import numpy as np


def fit_perceptron(X, t, lr=1.0, epochs=10):
    n, d = X.shape
    w = np.zeros(d)
    theta = 0.0  # しきい値
    for _ in range(epochs):
        for i in range(n):
            if np.dot(w, X[i]) > theta:
                y = 1
            else:
                y = 0
            error = t[i] - y
            w = w + lr * error * X[i]
            theta = theta + lr * error
    return w, -theta
