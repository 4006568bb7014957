import numpy as np

def fit_perceptron(X, t, lr=1.0, epochs=10):
    w = np.zeros(X.shape[1])
    b = 0.0
    for _ in range(epochs):
        for xi, ti in zip(X, t):
            if ti * (np.dot(w, xi) + b) <= 0:
                w += lr * ti * xi
                b += lr * ti
    return w, b
