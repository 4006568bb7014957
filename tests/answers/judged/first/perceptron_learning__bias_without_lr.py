import numpy as np


def fit_perceptron(X, t, lr=1.0, epochs=10):
    """パーセプトロンの学習"""
    w = np.zeros(X.shape[1])
    b = 0
    for _ in range(epochs):
        for x_i, t_i in zip(X, t):
            u = np.dot(w, x_i) + b
            if u > 0:
                y_i = 1
            else:
                y_i = 0
            # 間違えたときだけ更新
            if y_i != t_i:
                w += lr * (t_i - y_i) * x_i
                b += t_i - y_i
    return w, b
