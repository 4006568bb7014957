import numpy as np


def noisy_weights(weights, sigma, rng):
    noisy = []
    for w in weights:
        noisy.append(w + rng.uniform(-sigma, sigma, size=w.shape))
    return noisy
