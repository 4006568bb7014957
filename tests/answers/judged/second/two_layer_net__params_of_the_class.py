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
    params = {}

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params["W1"] = np.random.normal(0, weight_init_std, size=(input_size, hidden_size))
        self.params["b1"] = np.zeros((hidden_size,))
        self.params["W2"] = np.random.normal(0, weight_init_std, size=(hidden_size, output_size))
        self.params["b2"] = np.zeros((output_size,))

    def predict(self, x):
        h = sigmoid(x.dot(self.params["W1"]) + self.params["b1"])
        return softmax(h.dot(self.params["W2"]) + self.params["b2"])

    def loss(self, x, t):
        y = self.predict(x)
        return -np.sum(t * np.log(y + 1e-7)) / len(y)

    def accuracy(self, x, t):
        right = np.argmax(self.predict(x), axis=1) == np.argmax(t, axis=1)
        return float(right.mean())

    def numerical_gradient(self, x, t):
        f = lambda w: self.loss(x, t)
        grads = {}
        for key in ("W1", "b1", "W2", "b2"):
            grads[key] = numerical_gradient(f, self.params[key])
        return grads

    def gradient(self, x, t):
        # forward
        h = sigmoid(x.dot(self.params["W1"]) + self.params["b1"])
        y = softmax(h.dot(self.params["W2"]) + self.params["b2"])

        # output layer
        dscore = (y - t) / x.shape[0]
        dW2 = h.T.dot(dscore)
        db2 = dscore.sum(axis=0)

        # hidden layer
        dh = dscore.dot(self.params["W2"].T)
        da = dh * h * (1 - h)
        dW1 = x.T.dot(da)
        db1 = da.sum(axis=0)
        return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
