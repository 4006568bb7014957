import math
from collections import OrderedDict

import numpy as np

from grader.authoring import alternative, reference


@alternative("the book's layers, in an OrderedDict")
def gradients(network, x, t):
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

    class Relu:
        def forward(self, x):
            self.mask = x <= 0
            out = x.copy()
            out[self.mask] = 0
            return out

        def backward(self, dout):
            dout[self.mask] = 0
            return dout

    class SoftmaxWithLoss:
        def forward(self, x, t):
            self.t = t
            self.y = reference.softmax(x)
            return reference.cross_entropy_error(self.y, self.t)

        def backward(self, dout=1):
            batch_size = self.t.shape[0]
            if self.t.size == self.y.size:
                return (self.y - self.t) / batch_size
            dx = self.y.copy()
            dx[np.arange(batch_size), self.t] -= 1
            return dx / batch_size

    layers = OrderedDict()
    layers["Affine1"] = Affine(network["W1"], network["b1"])
    layers["Relu1"] = Relu()
    layers["Affine2"] = Affine(network["W2"], network["b2"])
    last = SoftmaxWithLoss()
    for layer in layers.values():
        x = layer.forward(x)
    last.forward(x, t)
    dout = last.backward(1)
    for layer in reversed(list(layers.values())):
        dout = layer.backward(dout)
    grads = {}
    grads["W1"], grads["b1"] = layers["Affine1"].dW, layers["Affine1"].db
    grads["W2"], grads["b2"] = layers["Affine2"].dW, layers["Affine2"].db
    return grads


@alternative("document 000's functions, the derivative at z1 and 0 at 0")
def gradients(network, x, t):
    def relu(x):
        return np.maximum(0, x)

    def d_relu(x):
        return np.where(x > 0, 1, 0)

    def d_softmax_with_loss(d, y):
        return (y - d) / d.shape[0]

    grad = {}
    W1, W2 = network["W1"], network["W2"]
    b1, b2 = network["b1"], network["b2"]
    z1 = relu(np.dot(x, W1) + b1)
    y = reference.softmax(np.dot(z1, W2) + b2)
    delta2 = d_softmax_with_loss(t, y)
    grad["b2"] = np.sum(delta2, axis=0)
    grad["W2"] = np.dot(z1.T, delta2)
    delta1 = np.dot(delta2, W2.T) * d_relu(z1)
    grad["b1"] = np.sum(delta1, axis=0)
    grad["W1"] = np.dot(x.T, delta1)
    return grad


@alternative("number by number")
def gradients(network, x, t):
    W1, b1, W2, b2 = (network[key].tolist() for key in ("W1", "b1", "W2", "b2"))
    n, d, h, m = len(x), len(W1), len(b1), len(b2)
    grads = {key: np.zeros(np.shape(value)) for key, value in network.items()}
    for row, right in zip(x, t, strict=True):
        right = list(right).index(1)
        u1 = [sum(row[i] * W1[i][j] for i in range(d)) + b1[j] for j in range(h)]
        z1 = [u if u > 0 else 0.0 for u in u1]
        u2 = [sum(z1[j] * W2[j][k] for j in range(h)) + b2[k] for k in range(m)]
        e = [math.exp(u - max(u2)) for u in u2]
        for k in range(m):
            delta2 = (e[k] / sum(e) - (1 if k == right else 0)) / n
            grads["b2"][k] += delta2
            for j in range(h):
                grads["W2"][j, k] += z1[j] * delta2
                if u1[j] > 0:
                    grads["b1"][j] += W2[j][k] * delta2
                    for i in range(d):
                        grads["W1"][i, j] += row[i] * W2[j][k] * delta2
    return grads


@alternative("einsum, in float32, log softmax")
def gradients(network, x, t):
    W1, b1, W2, b2 = (network[key].astype(np.float32) for key in ("W1", "b1", "W2", "b2"))
    x = x.astype(np.float32)
    z = np.einsum("nd,dh->nh", x, W1) + b1
    on = z > 0
    z[~on] = 0
    a = np.einsum("nh,hm->nm", z, W2) + b2
    a -= a.max(axis=1, keepdims=True)
    delta = np.exp(a - np.log(np.exp(a).sum(axis=1, keepdims=True)))
    delta -= t
    delta /= np.float32(len(x))
    back = np.einsum("nm,hm,nh->nh", delta, W2, on.astype(np.float32))
    return {
        "b2": delta.sum(axis=0),
        "W2": np.einsum("nh,nm->hm", z, delta),
        "b1": back.sum(axis=0),
        "W1": np.einsum("nd,nh->dh", x, back),
    }


@alternative("the mean of each sample's outer products, and the loss besides")
def gradients(network, x, t):
    sums = dict.fromkeys(network, 0.0)
    for row, label in zip(x, np.argmax(t, axis=1), strict=True):
        z = np.maximum(0, row @ network["W1"] + network["b1"])
        d2 = reference.softmax(z @ network["W2"] + network["b2"])
        d2[label] -= 1
        d1 = network["W2"] @ d2 * np.sign(z)
        for key, share in {"W1": np.outer(row, d1), "b1": d1, "W2": np.outer(z, d2), "b2": d2}.items():
            sums[key] = sums[key] + share
    grads = {key: total / len(x) for key, total in sums.items()}
    grads["loss"] = reference.loss(network, x, t)
    return grads
