import numpy as np

from grader.authoring import alternative


@alternative("the larger of x and alpha x")
def leaky_relu(x, alpha=0.01):
    return np.maximum(x, alpha * x)


@alternative("two one-sided parts")
def leaky_relu(x, alpha=0.01):
    return np.maximum(0, x) + alpha * np.minimum(0, x)


@alternative("a mask into a float copy")
def leaky_relu(x, alpha=0.01):
    y = np.array(x, dtype=float)
    mask = y < 0
    y[mask] *= alpha
    return y


@alternative("in place where the dtype allows it")
def leaky_relu(x, alpha=0.01):
    if x.dtype.kind != "f":
        x = x.astype(float)
    x[x <= 0] *= alpha
    return x


@alternative("entry by entry, with lists")
def leaky_relu(x, alpha=0.01):
    values = [value if value > 0 else alpha * value for value in x.ravel().tolist()]
    return np.array(values, dtype=float).reshape(x.shape)


@alternative("by the slope")
def leaky_relu(x, alpha=0.01):
    slope = (x > 0) + alpha * (x <= 0)
    return slope * x


@alternative("from the absolute value, in float32")
def leaky_relu(x, alpha=0.01):
    x = np.asarray(x, dtype=np.float32)
    return np.float32((1 + alpha) / 2) * x + np.float32((1 - alpha) / 2) * np.abs(x)


@alternative("vectorised")
def leaky_relu(x, alpha=0.01):
    return np.vectorize(lambda value: float(max(value, alpha * value)))(x)
