import numpy as np

from grader.authoring import alternative


@alternative("factor by factor")
def d_mean_squared_error(y, t):
    outer = 1 / np.prod(y.shape)
    return outer * 2 * (y - t)


@alternative("entry by entry")
def d_mean_squared_error(y, t):
    slopes = [2 * (one - other) / y.size for one, other in zip(y.ravel(), t.ravel(), strict=True)]
    return np.array(slopes).reshape(y.shape)


@alternative("in float32, on a copy")
def d_mean_squared_error(y, t):
    dy = y.astype(np.float32)
    dy -= t.astype(np.float32)
    dy *= np.float32(2 / dy.size)
    return dy


@alternative("the numerical gradient, exact for a quadratic")
def d_mean_squared_error(y, t):
    y = y.copy()
    grad = np.zeros_like(y)
    for index in np.ndindex(*y.shape):
        kept = y[index]
        y[index] = kept + 0.5
        high = np.mean((y - t) ** 2)
        y[index] = kept - 0.5
        grad[index] = high - np.mean((y - t) ** 2)
        y[index] = kept
    return grad


@alternative("the book's two branches")
def d_softmax_with_loss(y, t):
    batch_size = t.shape[0]
    if t.size == y.size:
        dx = (y - t) / batch_size
    else:
        dx = y.copy()
        dx[np.arange(batch_size), t] -= 1
        dx = dx / batch_size
    return dx


@alternative("labels by comparison, einsum for the division")
def d_softmax_with_loss(y, t):
    if t.ndim == 1:
        t = (t[:, None] == np.arange(y.shape[1])).astype(float)
    return np.einsum("nm,->nm", y - t, 1 / y.shape[0])


@alternative("entry by entry, one-hot turned to labels")
def d_softmax_with_loss(y, t):
    right = t if t.ndim == 1 else t.argmax(axis=1)
    dx = np.zeros(y.shape)
    for n in range(y.shape[0]):
        for m in range(y.shape[1]):
            dx[n, m] = y[n, m] / len(y)
            if m == right[n]:
                dx[n, m] -= 1 / len(y)
    return dx


@alternative("in float32")
def d_softmax_with_loss(y, t):
    target = np.zeros(y.shape, dtype=np.float32)
    if t.shape == y.shape:
        target[:] = t
    else:
        np.put_along_axis(target, t[:, np.newaxis], 1, axis=1)
    return (y.astype(np.float32) - target) / np.float32(y.shape[0])


@alternative("the Jacobian of softmax times the right class's share, cancelled by hand")
def d_softmax_with_loss(y, t):
    one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]
    shares = one_hot.sum(axis=1, keepdims=True)
    return np.mean([1.0]) * (shares * y - one_hot) / y.shape[0]
