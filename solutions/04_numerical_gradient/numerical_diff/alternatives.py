import numpy as np

from grader.authoring import alternative


@alternative("the book's, with h = 1e-4")
def numerical_diff(f, x):
    h = 1e-4  # 0.0001
    return (f(x + h) - f(x - h)) / (2 * h)


@alternative("the largest step, 1e-3, as an array of shape ()")
def numerical_diff(f, x):
    h = np.array(1e-3)
    x = np.array(x)
    return np.array((f(x + h) - f(x - h)) / (h + h))


@alternative("the smallest step, 1e-6, below first")
def numerical_diff(f, x):
    h = 1e-6
    below = f(x - h)
    above = f(x + h)
    return float(above - below) / h / 2


@alternative("half a step to each side")
def numerical_diff(f, x):
    h = 2e-4
    return (f(x + h / 2) - f(x - h / 2)) / h


@alternative("mean of forward and backward difference")
def numerical_diff(f, x):
    h = 1e-5
    middle = f(x)
    return ((f(x + h) - middle) / h + (middle - f(x - h)) / h) / 2


@alternative("five points")
def numerical_diff(f, x):
    h = 1e-3
    return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h)


@alternative("a step that grows with x, in a loop over both sides, float32 result")
def numerical_diff(f, x):
    h = 1e-5 * max(1.0, abs(x))
    change = 0.0
    for side in (1, -1):
        change += side * f(x + side * h)
    return np.float32(change / ((x + h) - (x - h)))


@alternative("both points in one array of one entry each")
def numerical_diff(f, x):
    points = np.array([x - 1e-4, x + 1e-4])
    values = np.array([f(point) for point in points])
    return np.diff(values)[0] / np.diff(points)[0]
