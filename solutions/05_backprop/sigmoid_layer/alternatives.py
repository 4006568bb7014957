import math

import numpy as np

from grader.authoring import alternative


@alternative("the book's")
class Sigmoid:
    def __init__(self):
        self.out = None

    def forward(self, x):
        out = 1 / (1 + np.exp(-x))
        self.out = out
        return out

    def backward(self, dout):
        dx = dout * (1.0 - self.out) * self.out
        return dx


@alternative("through tanh, backward from y - y * y")
class Sigmoid:
    def __init__(self):
        self._y = None

    def forward(self, x):
        self._y = (np.tanh(x / 2) + 1) / 2
        return self._y.copy()

    def backward(self, dout):
        return (self._y - self._y**2) * dout


@alternative("the input kept, slope by exp of minus the absolute value")
class Sigmoid:
    def __init__(self):
        self.x = None

    def forward(self, x):
        self.x = np.array(x)
        y = np.empty_like(self.x)
        positive = x >= 0
        y[positive] = 1 / (1 + np.exp(-x[positive]))
        y[~positive] = np.exp(x[~positive]) / (1 + np.exp(x[~positive]))
        return y

    def backward(self, dout):
        e = np.exp(-np.abs(self.x))
        return dout * e / (1 + e) ** 2


@alternative("entry by entry, with math and a list of slopes")
class Sigmoid:
    def __init__(self):
        self.slopes = []

    def forward(self, x):
        y = np.zeros(x.shape)
        self.slopes = []
        for index in np.ndindex(*x.shape):
            y[index] = 1 / (1 + math.exp(-max(float(x[index]), -700.0)))
            self.slopes.append(y[index] * (1 - y[index]))
        return y

    def backward(self, dout):
        flat = [slope * d for slope, d in zip(self.slopes, dout.flatten(), strict=True)]
        return np.array(flat).reshape(dout.shape)


@alternative("in float32, clipped")
class Sigmoid:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = 1 / (1 + np.exp(-np.clip(x.astype(np.float32), -80, 80)))
        return self.out

    def backward(self, dout):
        return dout.astype(np.float32) * self.out * (1 - self.out)


@alternative("logarithm of the sum of exponentials, slope by cosh")
class Sigmoid:
    def __init__(self):
        self.half = None

    def forward(self, x):
        self.half = x / 2
        return np.exp(-np.logaddexp(0, -x))

    def backward(self, dout):
        return dout / (2 * np.cosh(self.half)) ** 2  # an overflow to inf gives the slope 0
