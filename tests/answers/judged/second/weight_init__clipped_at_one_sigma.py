import numpy as np


def _draw(n_in, n_out, sigma, rng):
    W = rng.normal(0.0, sigma, size=(n_in, n_out))
    # 大きすぎる重みは sigma に切りつめる
    return np.clip(W, -sigma, sigma)


def xavier(n_in, n_out, rng):
    return _draw(n_in, n_out, 1.0 / np.sqrt(n_in), rng)


def he(n_in, n_out, rng):
    return _draw(n_in, n_out, np.sqrt(2.0 / n_in), rng)
