import numpy as np


def numerical_gradient(f, x):
    """Given. / 用意してあります"""
    h = 1e-4
    point = x.astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        middle = point[index]
        point[index] = middle + h
        above = f(point)
        point[index] = middle - h
        below = f(point)
        point[index] = middle
        gradient[index] = (above - below) / (2 * h)
    return gradient


def relative_error(a, b):
    errors = []
    for p, q in zip(a.flatten(), b.flatten()):
        if p == q:
            errors.append(0.0)
            continue
        size = max(abs(p), abs(q))
        errors.append(abs(p - q) / size)
    return sum(errors) / len(errors)


def gradient_check(f, grad, x):
    analytic = grad(x)
    numeric = numerical_gradient(f, x)
    return relative_error(analytic, numeric)
