import numpy as np


def noisy_weights(weights, sigma, rng):
    for w in weights:
        w += sigma * rng.standard_normal(w.shape)
    return weights
