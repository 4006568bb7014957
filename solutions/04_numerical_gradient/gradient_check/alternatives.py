import numpy as np

from grader.authoring import alternative, reference


@alternative("a floor of 1e-8 under the divisor")
def relative_error(a, b):
    return np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b)))


@alternative("1e-8 added to the divisor")
def relative_error(a, b):
    return (abs(a - b) / (abs(a) + abs(b) + 1e-8)).max()


@alternative("entry by entry, a Python number")
def relative_error(a, b):
    worst = 0
    for p, q in zip(a.ravel().tolist(), b.ravel().tolist(), strict=True):
        if p != q:
            worst = max(worst, abs(p - q) / (abs(p) + abs(q)))
    return worst


@alternative("nan replaced afterwards, in float32")
def relative_error(a, b):
    a, b = np.float32(a), np.float32(b)
    with np.errstate(invalid="ignore"):
        quotients = np.abs(a - b) / (np.abs(a) + np.abs(b))
    return np.array(np.nan_to_num(quotients)).max()


@alternative("np.divide where the divisor is not 0, an array of shape ()")
def relative_error(a, b):
    size = np.abs(a) + np.abs(b)
    return np.array(np.divide(np.abs(b - a), size, out=np.zeros(size.shape), where=size > 0).max())


@alternative("only the entries that differ")
def relative_error(a, b):
    differ = a != b
    a, b = a[differ], b[differ]
    return np.max(np.abs(a - b) / (np.abs(a) + np.abs(b)), initial=0.0)


@alternative("with names, the numerical gradient first")
def gradient_check(f, grad, x):
    numerical = reference.numerical_gradient(f, x.copy())
    analytic = np.asarray(grad(x.copy()))
    return float(reference.relative_error(numerical, analytic))


@alternative("a numerical gradient of its own, another step, and all in one")
def gradient_check(f, grad, x):
    h = 1e-5
    claimed = grad(x)
    worst = 0.0
    for i in range(x.size):
        step = np.zeros(x.size)
        step[i] = h
        step = step.reshape(x.shape)
        slope = (f(x + step) - f(x - step)) / (2 * h)
        size = abs(slope) + abs(claimed.ravel()[i])
        worst = max(worst, abs(slope - claimed.ravel()[i]) / size if size else 0.0)
    return worst
