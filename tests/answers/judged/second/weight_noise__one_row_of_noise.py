import numpy as np


def noisy_weights(weights, sigma, rng):
    """each layer gets noise"""
    out = []
    for w in weights:
        n_units = w.shape[-1]
        noise = sigma * rng.standard_normal(n_units)
        out.append(w + noise)
    return out
