import math

import numpy as np

from grader.authoring import alternative


@alternative("log softmax, never a log of 0")
class SoftmaxWithLoss:
    def forward(self, x, t):
        n, m = x.shape
        self._target = np.eye(m)[t] if np.ndim(t) == 1 else t
        shifted = x - x.max(axis=1, keepdims=True)
        self._log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        return -np.einsum("nm,nm->", self._target, self._log_y) / n

    def backward(self, dout=1):
        return (np.exp(self._log_y) - self._target) * (dout / len(self._target))


@alternative("the book's two branches, 1e-7 inside the log")
class SoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        x = x.T
        x = x - np.max(x, axis=0)
        self.y = (np.exp(x) / np.sum(np.exp(x), axis=0)).T
        self.t = t
        if t.size == self.y.size:
            t = t.argmax(axis=1)
        batch_size = self.y.shape[0]
        self.loss = -np.sum(np.log(self.y[np.arange(batch_size), t] + 1e-7)) / batch_size
        return self.loss

    def backward(self, dout=1):
        batch_size = self.t.shape[0]
        if self.t.size == self.y.size:
            dx = (self.y - self.t) / batch_size
        else:
            dx = self.y.copy()
            dx[np.arange(batch_size), self.t] -= 1
            dx = dx / batch_size
        return dx * dout


@alternative("entry by entry, with math")
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.right = [int(row) if np.ndim(row) == 0 else list(row).index(1) for row in t]
        self.rows = []
        loss = 0.0
        for row, right in zip(x, self.right, strict=True):
            top = max(row)
            e = [math.exp(value - top) for value in row]
            total = sum(e)
            self.rows.append([value / total for value in e])
            loss -= math.log(max(self.rows[-1][right], 1e-12))
        return loss / len(x)

    def backward(self, dout=1):
        dx = np.zeros((len(self.rows), len(self.rows[0])))
        for i, row in enumerate(self.rows):
            for j, y in enumerate(row):
                dx[i, j] = dout * (y - (1 if j == self.right[i] else 0)) / len(self.rows)
        return dx


@alternative("in float32")
class SoftmaxWithLoss:
    def forward(self, x, t):
        x = np.asarray(x, dtype=np.float32)
        e = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = e / e.sum(axis=1, keepdims=True)
        self.t = np.zeros_like(self.y)
        if t.ndim == 1:
            self.t[np.arange(len(t)), t] = 1
        else:
            self.t[:] = t
        return -np.sum(self.t * np.log(self.y + np.float32(1e-7))) / np.float32(len(x))

    def backward(self, dout=1):
        return np.float32(dout) * (self.y - self.t) / np.float32(len(self.y))


@alternative("dx already made in forward, clipped log")
class SoftmaxWithLoss:
    def forward(self, x, t):
        n = x.shape[0]
        labels = t if t.ndim == 1 else np.where(t == 1)[1]
        p = np.exp(x - np.max(x, axis=1).reshape(-1, 1))
        p /= np.sum(p, axis=1).reshape(-1, 1)
        loss = np.mean(-np.log(np.clip(p[range(n), labels], 1e-7, 1.0)))
        p[range(n), labels] -= 1.0
        p /= n
        self.__dx = p
        return loss

    def backward(self, dout=1):
        return self.__dx * dout


@alternative("through the Jacobian of softmax, row by row")
class SoftmaxWithLoss:
    def forward(self, x, t):
        e = np.exp(x - np.amax(x, axis=1, keepdims=True))
        self.probabilities = e / np.sum(e, axis=1, keepdims=True)
        self.labels = t if t.ndim == 1 else t.argmax(axis=1)
        picked = np.take_along_axis(self.probabilities, self.labels[:, None], axis=1)
        return float(-np.log(np.maximum(picked, 1e-300)).mean())

    def backward(self, dout=1):
        dx = np.empty_like(self.probabilities)
        for i, (y, label) in enumerate(zip(self.probabilities, self.labels, strict=True)):
            jacobian = np.diag(y) - np.outer(y, y)
            y_right = max(y[label], 1e-300)
            dx[i] = -jacobian[label] / y_right
            if y[label] == 0:  # the limit: d log y_right / dx is one-hot - y
                dx[i] = y
                dx[i, label] -= 1
        return dout * dx / len(dx)
