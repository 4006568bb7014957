import math

import numpy as np

from grader.authoring import alternative


@alternative("through the sigmoid, slope as (1 - y)(1 + y)")
class Tanh:
    def forward(self, x):
        self.y = 2 / (1 + np.exp(-2 * x)) - 1
        return self.y.copy()

    def backward(self, dout):
        dx = dout * (1 - self.y) * (1 + self.y)
        return dx


@alternative("document 004's derivative, at x")
class Tanh:
    def __init__(self):
        self.x = None

    def forward(self, x):
        self.x = x
        return np.tanh(x)

    def backward(self, dout):
        return dout * 4 / (np.exp(self.x) + np.exp(-self.x)) ** 2


@alternative("exponentials that cannot overflow, slope made in forward")
class Tanh:
    def forward(self, x):
        e = np.exp(-2 * np.abs(x))
        self.slope = 4 * e / (1 + e) ** 2
        return np.sign(x) * (1 - e) / (1 + e)

    def backward(self, dout):
        return np.einsum("...,...->...", self.slope, dout)


@alternative("entry by entry, with math and a list")
class Tanh:
    def __init__(self):
        self.outputs = []

    def forward(self, x):
        self.outputs = [math.tanh(value) for value in x.flatten()]
        return np.array(self.outputs).reshape(x.shape)

    def backward(self, dout):
        dx = [d - d * y * y for d, y in zip(dout.ravel(), self.outputs, strict=True)]
        return np.reshape(dx, dout.shape)


@alternative("in float32, in place")
class Tanh:
    def forward(self, x):
        self.out = np.tanh(np.asarray(x, dtype=np.float32))
        x[...] = self.out
        return self.out

    def backward(self, dout):
        dout *= 1 - self.out * self.out
        return dout.astype(np.float32)


@alternative("one over the square of cosh")
class Tanh:
    def forward(self, x):
        self._x = np.array(x)
        return np.tanh(x)

    def backward(self, dout):
        return dout / np.cosh(self._x) ** 2  # an overflow to inf gives the slope 0
