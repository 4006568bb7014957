import math

import numpy as np

from grader.authoring import alternative


@alternative("the book's, over the transposed batch")
def softmax(x):
    if x.ndim == 2:
        x = x.T
        x = x - np.max(x, axis=0)
        y = np.exp(x) / np.sum(np.exp(x), axis=0)
        return y.T
    x = x - np.max(x)
    return np.exp(x) / np.sum(np.exp(x))


@alternative("row by row, each by a call of its own")
def softmax(x):
    def one(row):
        e = np.exp(row - row.max())
        return e / e.sum()

    return one(x) if x.ndim == 1 else np.array([one(row) for row in x])


@alternative("entry by entry, with math and lists")
def softmax(x):
    rows = np.atleast_2d(x).tolist()
    result = []
    for row in rows:
        top = max(row)
        shares = [math.exp(score - top) for score in row]
        result.append([share / sum(shares) for share in shares])
    return np.array(result).reshape(x.shape)


@alternative("through the logarithm of the sum")
def softmax(x):
    return np.exp(x - np.logaddexp.reduce(x, axis=-1, keepdims=True))


@alternative("in place, on a float32 copy")
def softmax(x):
    y = np.array(x, dtype=np.float32)
    y -= y.max(axis=-1, keepdims=True)
    np.exp(y, out=y)
    y /= y.sum(axis=-1, keepdims=True)
    return y


@alternative("from all pairs of differences")
def softmax(x):
    differences = x[..., None, :] - x[..., :, None]
    return 1 / np.exp(differences).sum(axis=-1)  # an overflow to inf gives the share 0
