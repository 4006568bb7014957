import numpy as np


def numerical_gradient(f, x):
    h = 10e-2
    x = x.astype(np.float64)
    grad = np.zeros_like(x)
    for idx in np.ndindex(x.shape):
        keep = x[idx]
        x[idx] = keep + h
        f1 = f(x)
        x[idx] = keep - h
        f2 = f(x)
        x[idx] = keep
        grad[idx] = (f1 - f2) / (2 * h)
    return grad
