import numpy as np


def predict(x, w, b):
    if np.dot(w, x) + b > 0:
        return 1
    else:
        return 0


def fit_perceptron(X, t, lr=1.0, epochs=10):
    """パーセプトロンの学習則"""
    w = np.zeros(X.shape[1])
    b = 0.0
    for epoch in range(epochs):
        misses = 0
        for n in range(len(X)):
            if predict(X[n], w, b) != t[n]:
                misses += 1
            # 重みの更新
            w = w + lr * (t[n] - predict(X[n], w, b)) * X[n]
            # バイアスの更新
            b = b + lr * (t[n] - predict(X[n], w, b))
            if misses == 0:
                return w, b
    return w, b
