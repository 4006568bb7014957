import math
from collections import OrderedDict

import numpy as np

from grader.authoring import alternative, reference


class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return np.dot(dout, self.W.T)


class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * (1.0 - self.out) * self.out


class SoftmaxWithLoss:
    def forward(self, x, t):
        self.t = t
        self.y = reference.softmax(x)
        return reference.cross_entropy_error(self.y, self.t)

    def backward(self, dout=1):
        return (self.y - self.t) / self.t.shape[0]


@alternative("the book's layers, which keep the arrays of params")
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {}
        self.params["W1"] = weight_init_std * np.random.randn(input_size, hidden_size)
        self.params["b1"] = np.zeros(hidden_size)
        self.params["W2"] = weight_init_std * np.random.randn(hidden_size, output_size)
        self.params["b2"] = np.zeros(output_size)
        self.layers = OrderedDict()
        self.layers["Affine1"] = Affine(self.params["W1"], self.params["b1"])
        self.layers["Sigmoid1"] = Sigmoid()
        self.layers["Affine2"] = Affine(self.params["W2"], self.params["b2"])
        self.lastLayer = SoftmaxWithLoss()

    def scores(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def predict(self, x):
        return reference.softmax(self.scores(x))

    def loss(self, x, t):
        return self.lastLayer.forward(self.scores(x), t)

    def accuracy(self, x, t):
        y = np.argmax(self.scores(x), axis=1)
        if t.ndim != 1:
            t = np.argmax(t, axis=1)
        return np.sum(y == t) / float(x.shape[0])

    def numerical_gradient(self, x, t):
        loss_W = lambda W: self.loss(x, t)  # noqa: E731
        grads = {}
        for key in ("W1", "b1", "W2", "b2"):
            grads[key] = reference.numerical_gradient(loss_W, self.params[key])
        return grads

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.lastLayer.backward(1)
        for layer in reversed(list(self.layers.values())):
            dout = layer.backward(dout)
        first, second = self.layers["Affine1"], self.layers["Affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


@alternative("the book's chapter 4: np.dot, sigmoid_grad, one-hot targets")
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {"b1": np.zeros(hidden_size), "b2": np.zeros(output_size)}
        self.params["W1"] = weight_init_std * np.random.randn(input_size, hidden_size)
        self.params["W2"] = weight_init_std * np.random.randn(hidden_size, output_size)

    def predict(self, x):
        W1, W2 = self.params["W1"], self.params["W2"]
        b1, b2 = self.params["b1"], self.params["b2"]
        z1 = reference.sigmoid(np.dot(x, W1) + b1)
        return reference.softmax(np.dot(z1, W2) + b2)

    def loss(self, x, t):
        return reference.cross_entropy_error(self.predict(x), t)

    def accuracy(self, x, t):
        predicted = np.argmax(self.predict(x), axis=1)
        return np.sum(predicted == np.argmax(t, axis=1)) / float(x.shape[0])

    def numerical_gradient(self, x, t):
        def loss_W(W):
            return self.loss(x, t)

        grads = {}
        for key in ("W1", "b1", "W2", "b2"):
            grads[key] = reference.numerical_gradient(loss_W, self.params[key])
        return grads

    def gradient(self, x, t):
        def sigmoid_grad(a):
            return (1.0 - reference.sigmoid(a)) * reference.sigmoid(a)

        grads = {}
        batch_num = x.shape[0]
        a1 = np.dot(x, self.params["W1"]) + self.params["b1"]
        z1 = reference.sigmoid(a1)
        a2 = np.dot(z1, self.params["W2"]) + self.params["b2"]
        da2 = (reference.softmax(a2) - t) / batch_num
        grads["W2"], grads["b2"] = np.dot(z1.T, da2), np.sum(da2, axis=0)
        da1 = sigmoid_grad(a1) * np.dot(da2, self.params["W2"].T)
        grads["W1"], grads["b1"] = np.dot(x.T, da1), np.sum(da1, axis=0)
        return grads


@alternative("1e-7 inside the logarithm, own finite differences, targets of either kind")
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {}
        self.params["W1"] = np.random.normal(0.0, weight_init_std, (input_size, hidden_size))
        self.params["b1"] = np.zeros(hidden_size)
        self.params["W2"] = np.random.normal(0.0, weight_init_std, (hidden_size, output_size))
        self.params["b2"] = np.zeros(output_size)

    def predict(self, x):
        W1, W2 = self.params["W1"], self.params["W2"]
        b1, b2 = self.params["b1"], self.params["b2"]
        z1 = 1 / (1 + np.exp(-(np.dot(x, W1) + b1)))
        a2 = (np.dot(z1, W2) + b2).T
        a2 = a2 - np.max(a2, axis=0)
        return (np.exp(a2) / np.sum(np.exp(a2), axis=0)).T

    def loss(self, x, t):
        y = self.predict(x)
        if t.size == y.size:
            t = t.argmax(axis=1)
        return -np.sum(np.log(y[np.arange(len(y)), t] + 1e-7)) / len(y)

    def accuracy(self, x, t):
        y = np.argmax(self.predict(x), axis=1)
        t = np.argmax(t, axis=1) if t.ndim == 2 else t
        return float(np.sum(y == t)) / x.shape[0]

    def numerical_gradient(self, x, t):
        grads = {}
        for key, value in self.params.items():
            grads[key] = np.zeros_like(value)
            it = np.nditer(value, flags=["multi_index"])
            while not it.finished:
                index = it.multi_index
                kept = value[index]
                value[index] = float(kept) + 1e-5
                above = self.loss(x, t)
                value[index] = kept - 1e-5
                grads[key][index] = (above - self.loss(x, t)) / 2e-5
                value[index] = kept
                it.iternext()
        return grads

    def gradient(self, x, t):
        W1, W2 = self.params["W1"], self.params["W2"]
        b1, b2 = self.params["b1"], self.params["b2"]
        batch_num = x.shape[0]
        a1 = np.dot(x, W1) + b1
        z1 = reference.sigmoid(a1)
        y = reference.softmax(np.dot(z1, W2) + b2)
        dy = y.copy()
        if t.ndim == 1:
            dy[np.arange(batch_num), t] -= 1
        else:
            dy -= t
        dy /= batch_num
        da1 = np.dot(dy, W2.T) * np.exp(-a1) / (1 + np.exp(-a1)) ** 2
        return {"W2": np.dot(z1.T, dy), "b2": dy.sum(0), "W1": np.dot(x.T, da1), "b1": da1.sum(0)}


@alternative("another generator, einsum, gradients in float32")
class TwoLayerNet:
    generator = np.random.default_rng()

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        sizes = [input_size, hidden_size, output_size]
        self.params = {}
        for i in (1, 2):
            self.params[f"W{i}"] = self.generator.normal(scale=weight_init_std, size=sizes[i - 1 : i + 1])
            self.params[f"b{i}"] = np.zeros(sizes[i])

    def _forward(self, x):
        self.z = 0.5 * (1 + np.tanh((np.einsum("nd,dh->nh", x, self.params["W1"]) + self.params["b1"]) / 2))
        a = np.einsum("nh,hm->nm", self.z, self.params["W2"]) + self.params["b2"]
        return a - np.logaddexp.reduce(a, axis=1, keepdims=True)

    def predict(self, x):
        return np.exp(self._forward(x))

    def loss(self, x, t):
        return -np.einsum("nm,nm->", t, self._forward(x)) / len(x)

    def accuracy(self, x, t):
        return (self.predict(x).argmax(1) == t.argmax(1)).mean()

    def numerical_gradient(self, x, t):
        return {k: reference.numerical_gradient(lambda _: self.loss(x, t), v) for k, v in self.params.items()}

    def gradient(self, x, t):
        delta = ((self.predict(x) - t) / len(x)).astype(np.float32)
        z, W2, x = self.z.astype(np.float32), self.params["W2"].astype(np.float32), x.astype(np.float32)
        back = np.einsum("nm,hm,nh->nh", delta, W2, z - z**2)
        return {
            "W1": np.einsum("nd,nh->dh", x, back),
            "b1": np.einsum("nh->h", back),
            "W2": np.einsum("nh,nm->hm", z, delta),
            "b2": np.einsum("nm->m", delta),
        }


@alternative("number by number")
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        def drawn(rows, columns):
            numbers = [[weight_init_std * float(np.random.randn()) for _ in range(columns)] for _ in range(rows)]
            return np.array(numbers)

        self.params = {"W1": drawn(input_size, hidden_size), "W2": drawn(hidden_size, output_size)}
        self.params |= {"b1": np.array([0.0] * hidden_size), "b2": np.array([0.0] * output_size)}

    def _row(self, row):
        W1, b1, W2, b2 = (self.params[key].tolist() for key in ("W1", "b1", "W2", "b2"))
        z = []
        for j in range(len(b1)):
            u = b1[j] + sum(float(row[i]) * W1[i][j] for i in range(len(W1)))
            z.append(1 / (1 + math.exp(-u)))
        a = [b2[k] + sum(z[j] * W2[j][k] for j in range(len(z))) for k in range(len(b2))]
        e = [math.exp(value - max(a)) for value in a]
        return z, [value / sum(e) for value in e]

    def predict(self, x):
        return np.array([self._row(row)[1] for row in x])

    def _labels(self, t):
        return [list(row).index(1) for row in t]

    def loss(self, x, t):
        total = 0.0
        for row, label in zip(x, self._labels(t), strict=True):
            total -= math.log(self._row(row)[1][label])
        return total / len(x)

    def accuracy(self, x, t):
        right = 0
        for row, label in zip(x, self._labels(t), strict=True):
            y = self._row(row)[1]
            if y.index(max(y)) == label:
                right += 1
        return right / len(x)

    def numerical_gradient(self, x, t):
        return {
            key: reference.numerical_gradient(lambda W: self.loss(x, t), self.params[key])
            for key in ("W1", "b1", "W2", "b2")
        }

    def gradient(self, x, t):
        grads = {key: np.zeros(value.shape) for key, value in self.params.items()}
        for row, label in zip(x, self._labels(t), strict=True):
            z, y = self._row(row)
            y[label] -= 1
            for k, dy in enumerate(y):
                grads["b2"][k] += dy / len(x)
                for j, zj in enumerate(z):
                    grads["W2"][j, k] += zj * dy / len(x)
                    du = dy * self.params["W2"][j, k] * zj * (1 - zj) / len(x)
                    grads["b1"][j] += du
                    grads["W1"][:, j] += row * du
        return grads
