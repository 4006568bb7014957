import numpy as np


def noisy_weights(weights, sigma, rng):
    noisy = weights.copy()
    for i in range(len(noisy)):
        noisy[i] += sigma * rng.standard_normal(noisy[i].shape)
    return noisy
