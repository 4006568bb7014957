import numpy as np

from grader.authoring import alternative


@alternative("the operator @, the bias added in place")
def linear(x, W, b):
    u = x @ W
    u += b
    return u


@alternative("loops over every index, with lists")
def linear(x, W, b):
    def one(sample):
        return [sum(sample[i] * W[i][j] for i in range(len(sample))) + b[j] for j in range(len(b))]

    return np.array(one(x) if x.ndim == 1 else [one(sample) for sample in x])


@alternative("einsum over the last axis")
def linear(x, W, b):
    return np.einsum("...d,dm->...m", x, W) + b


@alternative("document 002's order, with the weights turned")
def linear(x, W, b):
    w = W.T
    return w @ x + b if x.ndim == 1 else (w @ x.T + b.reshape(-1, 1)).T


@alternative("in float32, a sample being a batch of one")
def linear(x, W, b):
    rows = np.atleast_2d(x).astype(np.float32)
    u = np.matmul(rows, W.astype(np.float32)) + b.astype(np.float32)
    return u[0] if x.ndim == 1 else u


@alternative("the bias as one more row of the weights")
def linear(x, W, b):
    ones = np.ones((*x.shape[:-1], 1))
    return np.concatenate([x, ones], axis=-1) @ np.vstack([W, b])


@alternative("by broadcasting")
def linear(x, W, b):
    return np.sum(x[..., np.newaxis] * W, axis=-2) + b
