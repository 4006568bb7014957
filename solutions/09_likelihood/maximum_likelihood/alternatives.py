import math
import statistics

import numpy as np

from grader.authoring import alternative


def also(known, **others):
    """The same answer's other functions."""
    known.symbols.update(others)


@alternative("numpy's own functions")
def gaussian_mle(x):
    return np.mean(x), np.var(x)


also(gaussian_mle, mle_mean=lambda x: x.mean())


@alternative("loops over a list, the result a list")
def gaussian_mle(x):
    values = x.tolist()
    total = 0
    for value in values:
        total += value
    mean = total / len(values)
    squares = 0
    for value in values:
        squares += (value - mean) * (value - mean)
    return [mean, squares / len(values)]


also(gaussian_mle, mle_mean=lambda x: math.fsum(x) / x.size)


@alternative("mean of the squares minus the square of the mean")
def gaussian_mle(x):
    mean = np.average(x)
    return mean, np.mean(x.astype(float) ** 2) - mean**2


@alternative("in float32, as one array")
def gaussian_mle(x):
    x = x.astype(np.float32)
    mean = x.mean()
    deviations = x - mean
    return np.array([mean, deviations @ deviations / np.float32(len(x))])


also(gaussian_mle, mle_mean=lambda x: np.array(x.astype(np.float32).mean()))


@alternative("the standard library; each point mixed in as it comes")
def gaussian_mle(x):
    mean, squares = 0.0, 0.0
    for n, value in enumerate(x, 1):
        before = value - mean
        mean += before / n
        squares += before * (value - mean)
    return mean, squares / len(x)


also(gaussian_mle, mle_mean=lambda x: statistics.fmean(x.tolist()))
