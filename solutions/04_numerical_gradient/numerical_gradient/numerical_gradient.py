import numpy as np


def numerical_gradient(f, x):
    """Return the gradient of f at x by central differences, of x's shape, float.

    f: takes an array of x's shape, returns a number; x: any shape, left as it was. / x の形状は任意。呼び出し後は元の値のまま
    """
    # BEGIN SOLUTION
    h = 1e-4
    x = x.astype(float)  # a copy; and whole numbers could not hold x + h
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        middle = x[index]
        x[index] = middle + h
        above = f(x)
        x[index] = middle - h
        below = f(x)
        x[index] = middle
        gradient[index] = (above - below) / (2 * h)
    return gradient
    # END SOLUTION
