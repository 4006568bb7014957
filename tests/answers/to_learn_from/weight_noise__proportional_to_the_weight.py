import numpy as np


def noisy_weights(weights, sigma, rng):
    return [w + sigma * rng.normal(size=w.shape) * w for w in weights]
