import math

import numpy as np

from grader.authoring import alternative, reference


@alternative("the fraction")
def swish(x, beta=1.0):
    return x / (1 + np.exp(-beta * x))  # an overflow to inf gives 0


@alternative("through tanh")
def swish(x, beta=1.0):
    return 0.5 * x * (1 + np.tanh(0.5 * beta * x))


@alternative("entry by entry, with math")
def swish(x, beta=1.0):
    def one(value):
        power = beta * value
        gate = 1 / (1 + math.exp(-power)) if power >= 0 else math.exp(power) / (1 + math.exp(power))
        return value * gate

    return np.vectorize(one, otypes=[float])(x)


@alternative("by cases, each with the safe exponential")
def swish(x, beta=1.0):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(beta * x))
    return np.where(x >= 0, x, x * e) / (1 + e)


@alternative("in float32")
def swish(x, beta=1.0):
    x = np.asarray(x, dtype=np.float32)
    return x * reference.sigmoid(np.float32(beta) * x)


@alternative("work in float32, result in float64")
def swish(x, beta=1.0):
    single = np.asarray(x, dtype=np.float32)
    gate = 1 / (1 + np.exp(np.clip(-np.float32(beta) * single, -80, 80)))
    return np.asarray(single * gate, dtype=float)


@alternative("in place on a copy, a number by itself")
def swish(x, beta=1.0):
    if np.ndim(x) == 0:
        return float(x * reference.sigmoid(beta * x))
    y = np.array(x, dtype=float)
    y *= reference.sigmoid(beta * y)
    return y
