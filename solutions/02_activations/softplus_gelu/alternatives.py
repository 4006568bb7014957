import math

import numpy as np

from grader.authoring import alternative, reference


@alternative("softplus: numpy's own logaddexp")
def softplus(x):
    return np.logaddexp(0, x)


@alternative("softplus: the formula, and x itself for large x")
def softplus(x):
    y = x.copy()
    y[x < 30] = np.log(1 + np.exp(x[x < 30]))
    return y


@alternative("softplus: x taken out, by cases")
def softplus(x):
    with np.errstate(over="ignore"):
        return np.where(x > 0, x + np.log1p(np.exp(-x)), np.log1p(np.exp(x)))


@alternative("softplus: entry by entry, with math")
def softplus(x):
    y = np.empty(x.shape)
    for index, value in np.ndenumerate(x):
        y[index] = value if value > 100 else math.log(1 + math.exp(value))
    return y


@alternative("softplus: in float32")
def softplus(x):
    x = x.astype(np.float32)
    return np.maximum(x, 0) + np.log(1 + np.exp(-np.abs(x)))


@alternative("gelu: the tanh approximation")
def gelu(x):
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


@alternative("gelu: the tanh approximation in float32, its constant rounded")
def gelu(x):
    x = x.astype(np.float32)
    return np.float32(0.5) * x * (1 + np.tanh(np.float32(0.7979) * (x + np.float32(0.0447) * x * x * x)))


@alternative("gelu: entry by entry, with math.erf")
def gelu(x):
    return np.array([value * (1 + math.erf(value / math.sqrt(2))) / 2 for value in x.ravel().tolist()]).reshape(x.shape)


@alternative("gelu: through erfc")
def gelu(x):
    return x * np.vectorize(math.erfc)(-x * math.sqrt(0.5)) / 2


@alternative("gelu: the tanh approximation, its tanh written as a sigmoid")
def gelu(x):
    z = 2 * np.sqrt(2 / np.pi) * (x + 0.044715 * np.power(x, 3))
    return x / (1 + np.exp(np.clip(-z, -700, 700)))


@alternative("gelu: erf by a polynomial of Abramowitz and Stegun")
def gelu(x):
    z = np.abs(x) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    p = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = 1 - p * np.exp(-z * z)
    return 0.5 * x * (1 + np.sign(x) * erf)


@alternative("gelu: the given erf, in place")
def gelu(x):
    y = reference.erf(x * 0.7071067811865476)
    y += 1
    y *= x
    y /= 2
    return y
