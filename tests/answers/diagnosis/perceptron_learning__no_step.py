import numpy as np

def fit_perceptron(X, t, lr=1.0, epochs=10):
    w = np.zeros(X.shape[1])
    b = 0.0
    for _ in range(epochs):
        for i in range(X.shape[0]):
            y = X[i].dot(w) + b
            error = t[i] - y
            w = w + lr * error * X[i]
            b = b + lr * error
    return w, b
