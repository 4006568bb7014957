import numpy as np

from grader.authoring import alternative


@alternative("in place, updating on mistakes only, ended after a pass without any")
def fit_perceptron(X, t, lr=1.0, epochs=10):
    w, b = np.zeros(X.shape[1]), 0
    for _ in range(epochs):
        mistakes = 0
        for i in range(len(X)):
            y = int(np.sum(w * X[i]) + b > 0)
            if y == t[i]:
                continue
            mistakes += 1
            w += lr * (t[i] - y) * X[i]
            b += lr * (t[i] - y)
        if mistakes == 0:
            break
    return w, b


@alternative("numbers and lists only")
def fit_perceptron(X, t, lr=1.0, epochs=10):
    rows, targets = X.tolist(), t.tolist()
    w, b = [0.0] * len(rows[0]), 0.0
    for _ in range(epochs):
        for row, target in zip(rows, targets, strict=True):
            total = b
            for weight, value in zip(w, row, strict=True):
                total += weight * value
            error = target - (1 if total > 0 else 0)
            w = [weight + lr * error * value for weight, value in zip(w, row, strict=True)]
            b += lr * error
    return np.array(w), b


@alternative("the bias as a weight of a constant input, in float32")
def fit_perceptron(X, t, lr=1.0, epochs=10):
    rows = np.hstack([np.ones((len(X), 1)), X]).astype(np.float32)
    v = np.zeros(rows.shape[1], dtype=np.float32)
    for _ in range(epochs):
        for row, target in zip(rows, t, strict=True):
            v += np.float32(lr) * (np.float32(target) - np.float32(row.dot(v) > 0)) * row
    return v[1:], v[0]


@alternative("targets of -1 and 1, adding or subtracting")
def fit_perceptron(X, t, lr=1.0, epochs=10):
    w, b = np.zeros((X.shape[1], 1)), np.zeros(())
    for i in np.tile(np.arange(len(X)), epochs):
        fired = (X[i] @ w + b).item() > 0
        sign = 2 * int(t[i]) - 1
        if fired != (sign > 0):
            w = w + lr * sign * X[i].reshape(-1, 1)
            b = b + lr * sign
    return [w.reshape(-1), b]


@alternative("learned with a rate of 1 and scaled at the end")
def fit_perceptron(X, t, lr=1.0, epochs=10):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        for x, target in zip(X, t, strict=True):
            if target == 1 and np.dot(w, x) + b <= 0:
                w, b = w + x, b + 1
            elif target == 0 and np.dot(w, x) + b > 0:
                w, b = w - x, b - 1
    return lr * w, lr * b
