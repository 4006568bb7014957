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
    """A classifier: sigmoid hidden layer, softmax output. params: dict of W1, b1, W2 and b2.

    x: (N, input_size); t: one-hot, (N, output_size).
    2 層のニューラルネットワーク。params に重みとバイアスを持つ
    """

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.randn(input_size, hidden_size),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.randn(hidden_size, output_size),
            "b2": np.zeros(output_size),
        }

    def predict(self, x):
        """Probabilities, (N, output_size). / 各クラスの確率"""
        p = self.params
        hidden = sigmoid(x @ p["W1"] + p["b1"])
        return softmax(hidden @ p["W2"] + p["b2"])

    def loss(self, x, t):
        """The mean cross entropy error, one number. / 損失(1 つの数)"""
        y = self.predict(x)
        return cross_entropy_error(y, t)

    def accuracy(self, x, t):
        """The share of rows whose most probable class is the right one, from 0 to 1. / 認識精度"""
        y = predict(x)
        return np.mean(np.argmax(y, axis=1) == np.argmax(t, axis=1))

    def numerical_gradient(self, x, t):
        """The loss's gradient by finite differences: a dict like params. / 数値微分で求めた勾配"""
        def loss_W(W):
            return self.loss(x, t)

        return {key: numerical_gradient(loss_W, self.params[key]) for key in self.params}

    def gradient(self, x, t):
        """The same gradient by back-propagation. / 誤差逆伝播法で求めた勾配"""
        raise NotImplementedError  # write your answer here / ここに書く
