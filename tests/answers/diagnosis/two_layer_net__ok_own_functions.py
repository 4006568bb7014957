import numpy as np


def sigmoid(x):
    """Given: the sigmoid of every entry. / 用意してあります: シグモイド関数"""
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def softmax(x):
    """Given: softmax of each row of x, (N, M). / 用意してあります: 行ごとのソフトマックス関数"""
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def cross_entropy_error(y, t):
    """Given: mean over the batch; t is one-hot, (N, M), or labels, (N,). / 用意してあります: 交差エントロピー誤差"""
    labels = t if t.ndim == 1 else np.argmax(t, axis=1)
    right = y[np.arange(len(y)), labels]
    return -np.mean(np.log(np.maximum(right, 1e-12)))


def numerical_gradient(f, x):
    """Given: the gradient of f at x; f(x) is asked while x is changed in place. / 用意してあります: 数値微分による勾配"""
    h = 1e-4
    gradient = np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x)
        x[index] = kept - h
        below = f(x)
        gradient[index] = (above - below) / (2 * h)
        x[index] = kept
    return gradient


class TwoLayerNet:
    NAMES = ("W1", "b1", "W2", "b2")

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        gen = np.random.default_rng()
        sizes = [input_size, hidden_size, output_size]
        self.params = {}
        for k in (1, 2):
            self.params[f"W{k}"] = gen.normal(0.0, weight_init_std, (sizes[k - 1], sizes[k]))
            self.params[f"b{k}"] = np.zeros(sizes[k])

    def _run(self, x):
        p = self.params
        z = 0.5 * (1 + np.tanh(0.5 * (np.einsum("nd,dh->nh", x, p["W1"]) + p["b1"])))
        s = np.einsum("nh,hm->nm", z, p["W2"]) + p["b2"]
        s = s - np.logaddexp.reduce(s, axis=1, keepdims=True)
        return z, np.exp(s)

    def predict(self, x):
        return self._run(x)[1]

    def loss(self, x, t):
        return float(-(t * np.log(self.predict(x) + 1e-7)).sum() / t.shape[0])

    def accuracy(self, x, t):
        hits = 0
        for row, target in zip(self.predict(x), t):
            hits += int(target[row.argmax()] == 1)
        return hits / len(x)

    def numerical_gradient(self, x, t, h=1e-5):
        out = {}
        for name in self.NAMES:
            flat = self.params[name].reshape(-1)
            g = np.zeros(flat.size)
            for i in range(flat.size):
                keep = flat[i]
                flat[i] = keep + h
                up = self.loss(x, t)
                flat[i] = keep - h
                down = self.loss(x, t)
                flat[i] = keep
                g[i] = (up - down) / (2 * h)
            out[name] = g.reshape(self.params[name].shape)
        return out

    def gradient(self, x, t):
        z, y = self._run(x)
        d2 = (y - t) / len(x)
        d1 = np.einsum("nm,hm,nh->nh", d2, self.params["W2"], z - z * z)
        return {"W1": x.T @ d1, "b1": d1.sum(0), "W2": z.T @ d2, "b2": d2.sum(0)}
