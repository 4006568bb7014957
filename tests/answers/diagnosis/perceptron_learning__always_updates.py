import numpy as np

def fit_perceptron(X, t, lr=1.0, epochs=10):
    w = np.zeros(X.shape[1])
    b = 0.0
    for _ in range(epochs):
        for x, target in zip(X, t):
            if target == 1:
                w = w + lr * x
                b = b + lr
            else:
                w = w - lr * x
                b = b - lr
    return w, b
