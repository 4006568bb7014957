import numpy as np

def fit_perceptron(X, t, lr=1.0, epochs=10):
    Xa = np.c_[X, np.ones(len(X))]
    theta = np.zeros(Xa.shape[1])
    for _ in range(epochs):
        for row, target in zip(Xa, t):
            theta = theta + lr * (target - np.heaviside(row @ theta, 0.0)) * row
    return theta[:-1], theta[-1]
