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
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = dict(
            W1=np.random.randn(input_size, hidden_size) * weight_init_std,
            b1=np.zeros(hidden_size),
            W2=np.random.randn(hidden_size, output_size) * weight_init_std,
            b2=np.zeros(output_size),
        )

    def forward(self, x):
        z1 = sigmoid(np.dot(x, self.params["W1"]) + self.params["b1"])
        y = softmax(np.dot(z1, self.params["W2"]) + self.params["b2"])
        return z1, y

    def predict(self, x):
        return self.forward(x)[1]

    def loss(self, x, t):
        y = self.predict(x)
        return cross_entropy_error(y, t)

    def accuracy(self, x, t):
        y = self.predict(x)
        hits = 0
        for yi, ti in zip(y, t):
            if np.argmax(yi) == np.argmax(ti):
                hits += 1
        return hits / t.size

    def numerical_gradient(self, x, t):
        def f(_):
            return self.loss(x, t)

        grads = {}
        for name, value in self.params.items():
            grads[name] = numerical_gradient(f, value)
        return grads

    def gradient(self, x, t):
        z1, y = self.forward(x)
        delta = (y - t) / len(x)
        grads = {"W2": np.dot(z1.T, delta), "b2": delta.sum(axis=0)}
        delta = np.dot(delta, self.params["W2"].T) * (1 - z1)
        grads["W1"] = np.dot(x.T, delta)
        grads["b1"] = delta.sum(axis=0)
        return grads
