import math

import numpy as np

from grader.authoring import alternative


@alternative("through tanh")
def sigmoid(x):
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(x)))


@alternative("exp of minus the absolute value, by cases")
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


@alternative("entry by entry, with math")
def sigmoid(x):
    def one(value):
        return 1 / (1 + math.exp(-value)) if value > -700 else 0.0

    return np.vectorize(one, otypes=[float])(x)


@alternative("in float32")
def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(np.asarray(x, dtype=np.float32), -80, 80)))
