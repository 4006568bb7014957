import numpy as np


def fit_perceptron(X, t, lr=1.0, epochs=10):
    n_samples, n_features = X.shape
    w = np.zeros(n_features)
    b = 0.0

    for epoch in range(epochs):
        total_error = 0
        for i in range(n_samples):
            s = np.dot(w, X[i]) + b
            y = 1 if s > 0 else 0
            error = t[i] - y
            total_error += error
            w = w + lr * error * X[i]
            b = b + lr * error
        # nothing wrong in this pass -> converged
        if total_error == 0:
            break

    return w, b
