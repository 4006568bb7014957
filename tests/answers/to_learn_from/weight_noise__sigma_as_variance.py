import numpy as np


def noisy_weights(weights, sigma, rng):
    """重みにノイズを加えた新しいリスト"""
    result = []
    for weight in weights:
        noise = np.sqrt(sigma) * rng.standard_normal(weight.shape)
        result.append(weight + noise)
    return result
