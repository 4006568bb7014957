import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    p = x.astype(float)
    grad = np.zeros(p.shape)
    for idx in np.ndindex(p.shape):
        keep = p[idx]
        p[idx] += h
        f_up = f(p)
        p[idx] -= h
        f_down = f(p)
        grad[idx] = (f_up - f_down) / (2 * h)
        p[idx] = keep
    return grad
