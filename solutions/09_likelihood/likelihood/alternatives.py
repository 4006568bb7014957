import math
import statistics

import numpy as np

from grader.authoring import alternative, reference


def also(known, **others):
    """The same answer's other functions."""
    known.symbols.update(others)


@alternative("entry by entry, with math")
def gaussian_pdf(x, mu, sigma2):
    def one(value):
        return math.exp(-0.5 * (value - mu) ** 2 / sigma2) / math.sqrt(2 * math.pi * sigma2)

    return np.vectorize(one, otypes=[float])(x)


def looped_likelihood(x, mu, sigma2):
    result = 1
    for value in x:
        result *= math.exp(-0.5 * (value - mu) ** 2 / sigma2) / math.sqrt(2 * math.pi * sigma2)
    return result


def looped_log(x, mu, sigma2):
    total = 0
    for value in x.tolist():
        total -= -0.5 * math.log(2 * math.pi) - 0.5 * math.log(sigma2) - (value - mu) ** 2 / (2 * sigma2)
    return total


also(gaussian_pdf, likelihood=looped_likelihood, negative_log_likelihood=looped_log)


@alternative("through the standard deviation; sums of squares as products of vectors")
def gaussian_pdf(x, mu, sigma2):
    sigma = sigma2**0.5
    z = (x - mu) / sigma
    return 1 / (sigma * (2 * np.pi) ** 0.5) * np.e ** (-(z**2) / 2)


def standardised_log(x, mu, sigma2):
    z = (x - mu) / sigma2**0.5
    return z @ z / 2 + x.size * (np.log(sigma2**0.5) + 0.9189385332046727)


also(
    gaussian_pdf,
    likelihood=lambda x, mu, sigma2: np.exp(-standardised_log(x, mu, sigma2)),
    negative_log_likelihood=standardised_log,
)


@alternative("from the moments of the points")
def negative_log_likelihood(x, mu, sigma2):
    spread = np.mean(x**2) - 2 * mu * np.mean(x) + mu**2
    return len(x) / 2 * (math.log(2 * math.pi * sigma2) + spread / sigma2)


also(
    negative_log_likelihood,
    likelihood=lambda x, mu, sigma2: np.multiply.reduce([reference.gaussian_pdf(v, mu, sigma2) for v in x]),
    gaussian_pdf=lambda x, mu, sigma2: np.reshape(
        [statistics.NormalDist(mu, math.sqrt(sigma2)).pdf(v) for v in np.ravel(x)], np.shape(x)
    ),
)


@alternative("in float32")
def gaussian_pdf(x, mu, sigma2):
    x = np.asarray(x, dtype=np.float32)
    return np.exp(-((x - np.float32(mu)) ** 2) / np.float32(2 * sigma2)) / np.sqrt(np.float32(2 * np.pi * sigma2))


def single_log(x, mu, sigma2):
    squares = (x.astype(np.float32) - np.float32(mu)) ** 2 / np.float32(sigma2)
    return np.float32(0.5) * np.sum(squares + np.log(np.float32(2 * np.pi * sigma2)))


also(
    gaussian_pdf,
    likelihood=lambda x, mu, sigma2: np.prod(reference.gaussian_pdf(x.astype(np.float32), np.float32(mu), sigma2)),
    negative_log_likelihood=single_log,
)
