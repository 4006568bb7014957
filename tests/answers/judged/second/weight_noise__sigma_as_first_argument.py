import numpy as np


def noisy_weights(weights, sigma, rng):
    return [w + rng.normal(sigma, size=w.shape) for w in weights]
