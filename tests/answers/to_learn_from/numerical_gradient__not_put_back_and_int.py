import numpy as np


def numerical_gradient(f, x):
    """Return the gradient of f at x by central differences, of x's shape, float.

    f: takes an array of x's shape, returns a number; x: any shape, left as it was. / x の形状は任意。呼び出し後は元の値のまま
    """
    h = 1e-4  # 0.0001
    grad = np.zeros_like(x)

    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        idx = it.multi_index
        tmp_val = x[idx]
        x[idx] = tmp_val + h
        fxh1 = f(x)
        x[idx] = tmp_val - h
        fxh2 = f(x)
        grad[idx] = (fxh1 - fxh2) / (2 * h)
        it.iternext()

    return grad
