import numpy as np


def noisy_weights(weights, sigma, rng):
    # draw once, enough for the largest layer, and cut a piece of the right size for each
    largest = max(w.size for w in weights)
    z = rng.standard_normal(largest)

    noisy = []
    for w in weights:
        noise = sigma * z[:w.size].reshape(w.shape)
        noisy.append(w + noise)
    return noisy
