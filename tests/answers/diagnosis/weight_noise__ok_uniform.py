import numpy as np


def noisy_weights(weights, sigma, rng):
    half = sigma * np.sqrt(3.0)
    result = []
    for w in weights:
        noise = (2 * rng.random(w.shape) - 1) * half
        result.append(w + noise)
    return result
