import numpy as np


def noisy_weights(weights, sigma, rng, noisy=[]):
    """重みにノイズを加えた新しいリスト"""
    for w in weights:
        z = rng.normal(size=w.shape)
        noisy.append(w + sigma * z)
    return noisy
