import numpy as np

def fit_perceptron(X, t, lr=1.0, epochs=10):
    N, D = X.shape
    w = np.zeros(D)
    b = 0
    for epoch in range(epochs):
        for n in range(N):
            y = int(np.dot(w, X[n]) + b > 0)
            w += lr * (t[n] - y) * X[n]
    return w, b
