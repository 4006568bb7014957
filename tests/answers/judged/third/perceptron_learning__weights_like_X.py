import numpy as np


def step(s):
    return int(s > 0)


def fit_perceptron(X, t, lr=1.0, epochs=10):
    w = np.zeros_like(X[0])
    b = 0
    for _ in range(epochs):
        for x, target in zip(X, t):
            y = step(x @ w + b)
            if y == target:
                continue
            delta = lr * (target - y)
            for j in range(len(w)):
                w[j] += delta * x[j]
            b += delta
    return w, b
