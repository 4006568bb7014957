import numpy as np


def noisy_weights(weights, sigma, rng):
    return [w + np.sqrt(sigma) * rng.standard_normal(w.shape) for w in weights]
