import numpy as np

from grader.authoring import alternative


@alternative("where")
def step_function(x):
    return np.where(x <= 0, 0, 1)


@alternative("comparison and astype")
def step_function(x):
    return (x > 0).astype(int)


@alternative("entry by entry, with lists")
def step_function(x):
    fires = [1 if value > 0 else 0 for value in x.ravel().tolist()]
    return np.array(fires).reshape(x.shape)


@alternative("a mask into zeros, in bytes")
def step_function(x):
    y = np.zeros(x.shape, dtype=np.uint8)
    y[x > 0] = 1
    return y


@alternative("one minus the opposite")
def step_function(x):
    return 1 - (x <= 0)


@alternative("heaviside, in int32")
def step_function(x):
    return np.heaviside(np.asarray(x, dtype=float), 0.0).astype(np.int32)


@alternative("vectorised")
def step_function(x):
    def one(value):
        if value > 0:
            return 1
        return 0

    return np.vectorize(one)(x)


@alternative("in place, with the sign")
def step_function(x):
    x[x < 0] = 0
    return np.sign(x).astype(np.int64)
