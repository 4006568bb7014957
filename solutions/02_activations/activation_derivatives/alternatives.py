import math

import numpy as np

from grader.authoring import alternative


@alternative("sigmoid: the product of both tails, in float32")
def d_sigmoid(x):
    x = x.astype(np.float32)
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-x)) / (1 + np.exp(x))


@alternative("sigmoid: entry by entry, with math and lists")
def d_sigmoid(x):
    slopes = []
    for value in x.ravel().tolist():
        e = math.exp(-abs(value))
        slopes.append(e / (1 + e) ** 2)
    return np.array(slopes).reshape(x.shape)


@alternative("tanh: document 004's, from exponentials")
def d_tanh(x):
    return 4 / (np.exp(x) + np.exp(-x)) ** 2


@alternative("tanh: through cosh, entry by entry")
def d_tanh(x):
    return np.vectorize(lambda value: 1 / math.cosh(value) ** 2 if abs(value) < 300 else 0.0, otypes=[float])(x)


@alternative("tanh: through the sigmoid, in float32")
def d_tanh(x):
    y = 1 / (1 + np.exp(np.clip(-2 * x.astype(np.float32), -80, 80)))
    return 4 * y * (1 - y)


@alternative("relu: whole numbers")
def d_relu(x):
    return np.where(x > 0, 1, 0)


@alternative("relu: a mask of True and False")
def d_relu(x):
    return x > 0


@alternative("relu: in place")
def d_relu(x):
    x[x <= 0] = 0
    x[x > 0] = 1
    return x


@alternative("relu: the step function")
def d_relu(x):
    return np.heaviside(x, 0)


@alternative("leaky relu: ones, then the others")
def d_leaky_relu(x, alpha=0.01):
    slopes = np.ones_like(x)
    slopes[x <= 0] = alpha
    return slopes


@alternative("leaky relu: loops")
def d_leaky_relu(x, alpha=0.01):
    slopes = np.zeros(x.shape, dtype=np.float32)
    for index in np.ndindex(x.shape):
        slopes[index] = 1 if x[index] > 0 else alpha
    return slopes


@alternative("leaky relu: from masks")
def d_leaky_relu(x, alpha=0.01):
    return (x > 0) + alpha * (x <= 0)


@alternative("swish: document 004's, with the function itself")
def d_swish(x, beta=1.0):
    y = 1.0 / (1.0 + np.exp(-beta * x))
    swish = x * y
    return beta * swish + y * (1.0 - beta * swish)


@alternative("swish: factored, in float32")
def d_swish(x, beta=1.0):
    z = np.float32(beta) * x.astype(np.float32)
    y = 0.5 * (1 + np.tanh(0.5 * z))
    return y * (1 + z * (1 - y))


@alternative("swish: entry by entry, with math")
def d_swish(x, beta=1.0):
    def one(value):
        z = beta * value
        y = 1 / (1 + math.exp(-z)) if z > -700 else 0.0
        return y + z * y * (1 - y)

    return np.array([one(value) for value in x.flat]).reshape(x.shape)
