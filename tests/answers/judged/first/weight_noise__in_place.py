import numpy as np


def noisy_weights(weights, sigma, rng):
    noisy = []
    for w in weights:
        noise = rng.standard_normal(w.shape) * sigma
        w += noise
        noisy.append(w)
    return noisy
