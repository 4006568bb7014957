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
        # small random weights
        self.params = {
            'W1': np.random.rand(input_size, hidden_size) * weight_init_std,
            'b1': np.zeros(hidden_size),
            'W2': np.random.rand(hidden_size, output_size) * weight_init_std,
            'b2': np.zeros(output_size),
        }

    def predict(self, x):
        w = self.params
        return softmax(sigmoid(x @ w['W1'] + w['b1']) @ w['W2'] + w['b2'])

    def loss(self, x, t):
        y = self.predict(x)
        return -np.sum(t * np.log(y + 1e-7)) / len(x)

    def accuracy(self, x, t):
        answer = np.round(self.predict(x))     # probability above one half: that is the class
        return np.sum(answer * t) / len(x)

    def numerical_gradient(self, x, t):
        return {k: numerical_gradient(lambda w: self.loss(x, t), self.params[k]) for k in self.params}

    def gradient(self, x, t):
        w = self.params
        z = sigmoid(x @ w['W1'] + w['b1'])
        y = softmax(z @ w['W2'] + w['b2'])
        dy = (y - t) / len(x)
        du = dy @ w['W2'].T * z * (1 - z)
        return {'W1': x.T @ du, 'b1': du.sum(0), 'W2': z.T @ dy, 'b2': dy.sum(0)}
