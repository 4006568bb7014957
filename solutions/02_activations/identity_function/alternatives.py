import numpy as np

from grader.authoring import alternative


@alternative("x itself")
def identity_function(x):
    return x


@alternative("a copy")
def identity_function(x):
    return x.copy()


@alternative("times one")
def identity_function(x):
    return 1.0 * x


@alternative("entry by entry, with lists")
def identity_function(x):
    return np.array([value + 0.0 for value in x.ravel().tolist()]).reshape(x.shape)


@alternative("a view")
def identity_function(x):
    return x[...]


@alternative("in float32")
def identity_function(x):
    return np.array(x, dtype=np.float32)


@alternative("with an identity matrix, row by row")
def identity_function(x):
    return x @ np.eye(x.shape[-1])
