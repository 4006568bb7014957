import numpy as np

def predict(w, b, x):
    return 1 if w @ x + b > 0 else 0

def fit_perceptron(X, t, lr=1.0, epochs=10):
    w, b = np.zeros(X.shape[1]), 0.0
    for e in range(epochs):
        for i in range(len(X)):
            delta = predict(w, b, X[i]) - t[i]
            w += lr * delta * X[i]
            b += lr * delta
    return w, b
