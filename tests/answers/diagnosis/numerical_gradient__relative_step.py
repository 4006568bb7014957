import numpy as np


def numerical_gradient(f, x):
    x0 = np.array(x, dtype=float)
    grad = np.zeros_like(x0)
    for i in np.ndindex(x0.shape):
        step = 1e-5 * x0[i]
        xp, xm = x0.copy(), x0.copy()
        xp[i] += step
        xm[i] -= step
        grad[i] = (f(xp) - f(xm)) / (2 * step)
    return grad
