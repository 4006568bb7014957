import numpy as np

from grader.authoring import alternative


@alternative("the book's, with nditer, whole numbers made floats first")
def numerical_gradient(f, x):
    h = 1e-4
    if x.dtype != float:
        x = x.astype(float)
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        idx = it.multi_index
        tmp_val = x[idx]
        x[idx] = float(tmp_val) + h
        fxh1 = f(x)
        x[idx] = tmp_val - h
        fxh2 = f(x)
        grad[idx] = (fxh1 - fxh2) / (2 * h)
        x[idx] = tmp_val
        it.iternext()
    return grad


@alternative("the caller's array to and fro, by += and -=")
def numerical_gradient(f, x):
    h = 1e-5
    if not np.issubdtype(x.dtype, np.floating):
        return numerical_gradient_of_floats(f, np.array(x, dtype=np.float64), h)
    return numerical_gradient_of_floats(f, x, h)


def numerical_gradient_of_floats(f, x, h):
    grad = np.empty(x.shape)
    for index, _ in np.ndenumerate(x):
        x[index] += h
        grad[index] = f(x)
        x[index] -= 2 * h
        grad[index] -= f(x)
        x[index] += h
    return grad / (2 * h)


@alternative("unit vectors from an identity matrix, new arrays, h = 1e-3")
def numerical_gradient(f, x):
    h = 1e-3
    steps = h * np.eye(x.size).reshape(x.size, *x.shape)
    return np.array([f(x + step) - f(x - step) for step in steps]).reshape(x.shape) / (2 * h)


@alternative("all points below first, then those above; h = 1e-6")
def numerical_gradient(f, x):
    h = 1e-6

    def values(step):
        for i in range(x.size):
            moved = x.flatten().astype(float)
            moved[i] += step
            yield f(moved.reshape(x.shape))

    below = np.fromiter(values(-h), dtype=float)
    above = np.fromiter(values(h), dtype=float)
    return ((above - below) / (h + h)).reshape(x.shape)


@alternative("a step that grows with the entry, and f at x too")
def numerical_gradient(f, x):
    f(x)
    flat = [float(value) for value in x.ravel()]
    slopes = []
    for i, value in enumerate(flat):
        h = 1e-5 * max(1.0, abs(value))
        above, below = flat.copy(), flat.copy()
        above[i], below[i] = value + h, value - h
        slopes.append((f(np.reshape(above, x.shape)) - f(np.reshape(below, x.shape))) / (above[i] - below[i]))
    return np.reshape(slopes, x.shape)


@alternative("five points, in a flat view of a copy")
def numerical_gradient(f, x):
    h = 1e-4
    work = np.array(x, dtype=float, order="C")
    flat = work.reshape(-1)
    grad = np.zeros(x.size)
    for i in range(flat.size):
        old = flat[i]
        for k, weight in ((2, -1), (1, 8), (-1, -8), (-2, 1)):
            flat[i] = old + k * h
            grad[i] += weight * f(work)
        flat[i] = old
    return (grad / (12 * h)).reshape(x.shape)
