import numpy as np


def fit_perceptron(X, t, lr=1.0, epochs=10):
    n_samples, n_features = X.shape
    w = np.zeros_like(X[0])      # 重みの初期値は 0
    b = 0.0

    for _ in range(epochs):
        for i in range(n_samples):
            # 出力を計算
            s = b
            for j in range(n_features):
                s += w[j] * X[i, j]
            y = 1 if s > 0 else 0

            # 間違えたら更新
            if y != t[i]:
                for j in range(n_features):
                    w[j] += lr * (t[i] - y) * X[i, j]
                b += lr * (t[i] - y)

    return w, b
