import math

import numpy as np

from grader.authoring import alternative


@alternative("numpy's own")
def tanh(x):
    return np.tanh(x)


@alternative("through the sigmoid of 2x")
def tanh(x):
    return 2 / (1 + np.exp(-2 * np.asarray(x, dtype=float))) - 1


@alternative("by cases, each with the safe exponential")
def tanh(x):
    x = np.asarray(x, dtype=float)
    down, up = np.exp(-2 * np.maximum(x, 0)), np.exp(2 * np.minimum(x, 0))
    return np.where(x >= 0, (1 - down) / (1 + down), (up - 1) / (up + 1))


@alternative("entry by entry, with math")
def tanh(x):
    return np.vectorize(math.tanh, otypes=[float])(x)


@alternative("the formula, with x cut off where nothing changes any more")
def tanh(x):
    x = np.clip(x, -300, 300)
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


@alternative("in float32, one minus a fraction")
def tanh(x):
    e = np.exp(2 * np.clip(np.asarray(x, dtype=np.float32), -40, 40))
    return 1 - 2 / (e + 1)


@alternative("in place on a copy, a number by itself")
def tanh(x):
    if np.ndim(x) == 0:
        return math.tanh(x)
    y = np.array(x, dtype=float)
    np.tanh(y, out=y)
    return y
