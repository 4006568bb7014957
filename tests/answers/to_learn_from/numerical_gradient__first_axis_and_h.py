import numpy as np


def numerical_gradient(f, x):
    """Return the gradient of f at x by central differences, of x's shape, float.

    f: takes an array of x's shape, returns a number; x: any shape, left as it was. / x の形状は任意。呼び出し後は元の値のまま
    """
    h = 1e-4
    x = x.astype(float)
    grad = np.zeros(x.shape)
    for i in range(len(x)):
        plus = x.copy()
        minus = x.copy()
        plus[i] += h
        minus[i] -= h
        grad[i] = (f(plus) - f(minus)) / h
    return grad
