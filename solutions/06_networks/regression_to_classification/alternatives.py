from itertools import pairwise

import numpy as np

from grader.authoring import alternative, reference


@alternative("momentum, tanh, one full batch a step, float32, int32 labels")
def train_classifier(x, t, rng):
    x = x.astype(np.float32)
    one_hot = np.eye(t.max() + 1, dtype=np.float32)[t]
    sizes = [x.shape[1], 40, one_hot.shape[1]]
    weights = [rng.normal(size=pair).astype(np.float32) / np.float32(pair[0] ** 0.5) for pair in pairwise(sizes)]
    biases = [np.zeros(size, np.float32) for size in sizes[1:]]
    speeds = [np.zeros_like(p) for p in (*weights, *biases)]
    for _ in range(300):
        z = np.tanh(x @ weights[0] + biases[0])
        y = np.exp(z @ weights[1] + biases[1])
        dy = (y / y.sum(axis=1, keepdims=True) - one_hot) / len(x)
        dz = dy @ weights[1].T * (1 - z**2)
        for p, v, g in zip((*weights, *biases), speeds, (x.T @ dz, z.T @ dy, dz.sum(0), dy.sum(0)), strict=True):
            v *= 0.9
            v -= 0.2 * g
            p += v

    def predict(x):
        return (np.tanh(x @ weights[0] + biases[0]) @ weights[1] + biases[1]).argmax(1).astype(np.int32)

    return predict


@alternative("a sigmoid for each class, one against the rest")
def train_classifier(x, t, rng):
    params = reference.new_params(x.shape[1], 80, t.max() + 1, rng)
    targets = (t[:, None] == np.arange(t.max() + 1)).astype(float)

    def gradients(params, x, t):
        u, z, y = reference.forward(params, x)
        return reference.backward(params, x, u, z, 1 / (1 + np.exp(-y)) - t)

    reference.fit(params, gradients, x, targets, rng, steps=400)
    return lambda x: reference.forward(params, x)[2].argmax(axis=1)


@alternative("still the squared error, but of one-hot rows, and the largest output counts")
def train_classifier(x, t, rng):
    one_hot = np.eye(t.max() + 1)[t]
    params = reference.new_params(x.shape[1], 50, one_hot.shape[1], rng)

    def gradients(params, x, t):
        u, z, y = reference.forward(params, x)
        return reference.backward(params, x, u, z, 2 * (y - t) / len(x))

    reference.fit(params, gradients, x, one_hot, rng)

    def predict(x):
        return np.array([int(np.argmax(y)) for y in reference.forward(params, x)[2]])

    return predict


@alternative("an object with two hidden layers, plain SGD in shuffled epochs, inputs scaled by the training data's")
class train_classifier:  # noqa: N801
    def __init__(self, x, t, rng):
        self.mean, self.scale = x.mean(axis=0), x.std() + 1e-8
        x = (x - self.mean) / self.scale
        sizes = (x.shape[1], 32, 32, int(t.max()) + 1)
        self.W = [rng.normal(scale=np.sqrt(2 / a), size=(a, b)) for a, b in pairwise(sizes)]
        self.b = [np.zeros(b) for b in sizes[1:]]
        for _ in range(90):
            order = rng.permutation(len(x))
            for chosen in np.split(order, range(40, len(x), 40)):
                self.step(x[chosen], t[chosen], 0.2)

    def outputs(self, x):
        outputs = [x]
        for W, b in zip(self.W, self.b, strict=True):
            outputs.append(np.maximum(outputs[-1] @ W + b, 0) if W is not self.W[-1] else outputs[-1] @ W + b)
        return outputs

    def step(self, x, t, lr):
        outputs = self.outputs(x)
        d = np.exp(outputs[-1] - outputs[-1].max(axis=1, keepdims=True))
        d /= d.sum(axis=1, keepdims=True)
        d[np.arange(len(t)), t] -= 1
        d /= len(t)
        for i in (2, 1, 0):
            dW, db = outputs[i].T @ d, d.sum(axis=0)
            d = d @ self.W[i].T * (outputs[i] > 0)
            self.W[i] -= lr * dW
            self.b[i] -= lr * db

    def __call__(self, x):
        return np.argmax(self.outputs((x - self.mean) / self.scale)[-1], axis=1)


@alternative("no network at all: the vote of the three nearest samples")
def train_classifier(x, t, rng):
    known, targets = x.copy(), np.eye(t.max() + 1, dtype=int)[t]

    def predict(x):
        nearest = np.argsort((known**2).sum(axis=1) - 2 * x @ known.T, axis=1)[:, :3]
        return targets[nearest].sum(axis=1).argmax(axis=1)

    return predict
