import numpy as np


def noisy_weights(weights, sigma, rng):
    """重みにノイズを加えた新しいリスト"""
    new_weights = weights.copy()      # 元の重みは残す
    for w in new_weights:
        w += rng.normal(0.0, sigma, size=w.shape)
    return new_weights
