import numpy as np


def numerical_gradient(f, x):
    base = np.array(x, dtype=float)
    steps = 1e-4 * np.eye(base.size).reshape((base.size,) + base.shape)
    return np.array([(f(base + s) - f(base - s)) / 2e-4 for s in steps], dtype=float).reshape(base.shape)
