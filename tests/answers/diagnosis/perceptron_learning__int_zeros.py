import numpy as np

def fit_perceptron(X, t, lr=1.0, epochs=10):
    w = np.zeros_like(X[0])
    b = 0.0
    for _ in range(epochs):
        for x, target in zip(X, t):
            y = 1 if (w * x).sum() + b > 0 else 0
            if y != target:
                w += lr * (target - y) * x
                b += lr * (target - y)
    return w, b
