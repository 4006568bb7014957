import numpy as np

def fit_perceptron(X, t, lr=1.0, epochs=10):
    n, d = X.shape
    weights = [0.0] * d
    bias = 0.0
    for epoch in range(epochs):
        mistakes = 0
        for i in range(n):
            total = bias
            for j in range(d):
                total += weights[j] * X[i, j]
            if total > 0:
                guess = 1
            else:
                guess = 0
            if guess == t[i]:
                continue
            mistakes += 1
            direction = 1 if t[i] == 1 else -1
            for j in range(d):
                weights[j] += lr * direction * X[i, j]
            bias += lr * direction
        if mistakes == 0:
            break
    return np.array(weights), bias
