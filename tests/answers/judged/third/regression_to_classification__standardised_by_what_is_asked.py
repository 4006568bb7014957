import numpy as np


def init(d, h, m, rng):
    return [rng.normal(size=(d, h)) * np.sqrt(2 / d), np.zeros(h), rng.normal(size=(h, m)) * np.sqrt(1 / h), np.zeros(m)]


def standardise(x):
    return (x - x.mean(axis=0)) / (x.std(axis=0) + 1e-8)


def scores(p, x):
    u = x @ p[0] + p[1]
    z = np.maximum(u, 0)
    return u, z, z @ p[2] + p[3]


def train_classifier(x, t, rng):
    """前処理(標準化)をしてから、softmax と交差エントロピーで学習する"""
    x = standardise(x)
    classes = int(t.max()) + 1
    onehot = np.eye(classes)[t]
    p = init(x.shape[1], 50, classes, rng)
    m = [np.zeros_like(w) for w in p]
    v = [np.zeros_like(w) for w in p]
    for step in range(1, 801):
        i = rng.integers(0, len(x), 50)
        u, z, s = scores(p, x[i])
        e = np.exp(s - s.max(axis=1, keepdims=True))
        dy = (e / e.sum(axis=1, keepdims=True) - onehot[i]) / len(i)
        du = dy @ p[2].T * (u > 0)
        grads = [x[i].T @ du, du.sum(axis=0), z.T @ dy, dy.sum(axis=0)]
        for k in range(4):
            m[k] = 0.9 * m[k] + 0.1 * grads[k]
            v[k] = 0.999 * v[k] + 0.001 * grads[k] ** 2
            p[k] = p[k] - 0.01 * (m[k] / (1 - 0.9**step)) / (np.sqrt(v[k] / (1 - 0.999**step)) + 1e-8)

    def predict(x):
        return np.argmax(scores(p, standardise(x))[2], axis=1)

    return predict
