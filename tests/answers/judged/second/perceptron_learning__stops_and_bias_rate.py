import numpy as np


def fit_perceptron(X, t, lr=1.0, epochs=10):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        mistakes = 0
        for x_n, t_n in zip(X, t):
            y_n = int(x_n @ w + b > 0)
            error = t_n - y_n
            w = w + lr * error * x_n
            b = b + error
            mistakes += error
        if mistakes == 0:  # nothing changes any more
            break
    return w, b
