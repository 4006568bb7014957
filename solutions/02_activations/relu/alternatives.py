import numpy as np

from grader.authoring import alternative


@alternative("where")
def relu(x):
    return np.where(x > 0, x, 0)


@alternative("a mask into a copy")
def relu(x):
    y = x.copy()
    y[x <= 0] = 0
    return y


@alternative("times the comparison")
def relu(x):
    return x * (x > 0)


@alternative("half of x and its absolute value")
def relu(x):
    return (x + np.abs(x)) / 2


@alternative("entry by entry, with lists")
def relu(x):
    return np.array([max(0.0, value) for value in x.ravel().tolist()]).reshape(x.shape)


@alternative("recursion down to rows")
def relu(x):
    def one(part):
        if part.ndim > 1:
            return np.array([one(inner) for inner in part])
        return np.array([value if value > 0 else 0 for value in part])

    return one(x)


@alternative("in float32")
def relu(x):
    return np.clip(np.asarray(x, dtype=np.float32), 0, None)


@alternative("in place on a copy")
def relu(x):
    y = np.array(x)
    return np.maximum(0, y, out=y)
