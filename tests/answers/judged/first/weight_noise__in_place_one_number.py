import numpy as np


def noisy_weights(weights, sigma, rng):
    """New arrays: those of the list `weights` plus noise of deviation sigma from rng. / 重みにノイズを加えた新しいリスト"""
    for w in weights:
        w += sigma * rng.standard_normal()
    return weights
