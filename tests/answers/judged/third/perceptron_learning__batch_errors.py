import numpy as np


def step(x):
    return np.where(x > 0, 1, 0)


def update(w, b, X, errors, lr):
    w = w + lr * np.dot(errors, X)
    b = b + lr * np.sum(errors)
    return w, b


def fit_perceptron(X, t, lr=1.0, epochs=10):
    w = np.zeros(X.shape[1])
    b = 0.0
    for epoch in range(epochs):
        output = step(np.dot(X, w) + b)
        errors = t - output
        if np.sum(np.absolute(errors)) == 0:
            break
        w, b = update(w, b, X, errors, lr)
    return w, b
