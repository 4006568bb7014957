import numpy as np


def noisy_weights(weights, sigma, rng):
    return (w + rng.normal(0.0, sigma, w.shape) for w in weights)
