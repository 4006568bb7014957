import math

import numpy as np

from grader.authoring import alternative


@alternative("normal with its scale, in a loop")
def noisy_weights(weights, sigma, rng):
    result = []
    for W in weights:
        result.append(W + rng.normal(0, sigma, size=W.shape))
    return result


@alternative("added in place to copies, the last layer drawn first")
def noisy_weights(weights, sigma, rng):
    copies = [W.copy() for W in weights]
    for W in reversed(copies):
        W += rng.normal(scale=sigma, size=W.shape)
    return copies


@alternative("one number at a time")
def noisy_weights(weights, sigma, rng):
    result = [np.empty_like(W) for W in weights]
    for W, new in zip(weights, result, strict=True):
        for index in np.ndindex(W.shape):
            new[index] = rng.normal(W[index], sigma)
    return result


@alternative("drawn around the weights")
def noisy_weights(weights, sigma, rng):
    return [rng.normal(W, sigma) for W in weights]


@alternative("all layers out of one draw, subtracted")
def noisy_weights(weights, sigma, rng):
    ends = np.cumsum([W.size for W in weights])
    noise = np.split(sigma * rng.standard_normal(ends[-1]), ends[:-1])
    return [W - part.reshape(W.shape) for W, part in zip(weights, noise, strict=True)]


@alternative("uniform of the same deviation")
def noisy_weights(weights, sigma, rng):
    limit = math.sqrt(3) * sigma
    return [W + rng.uniform(-limit, limit, W.shape) for W in weights]


@alternative("float32")
def noisy_weights(weights, sigma, rng):
    sigma = np.float32(sigma)
    return [W.astype(np.float32) + sigma * rng.standard_normal(W.shape, dtype=np.float32) for W in weights]


@alternative("a copy of everything if there is no noise, and a tuple")
def noisy_weights(weights, sigma, rng):
    if sigma == 0:
        return tuple(np.array(W) for W in weights)
    return tuple(W + rng.normal(0, sigma, W.size).reshape(W.shape) for W in weights)
