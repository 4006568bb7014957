import math

import numpy as np

from grader.authoring import alternative


@alternative("the book's")
def cross_entropy_error(y, t):
    if y.ndim == 1:
        t = t.reshape(1, t.size)
        y = y.reshape(1, y.size)
    if t.size == y.size:
        t = t.argmax(axis=1)
    batch_size = y.shape[0]
    return -np.sum(np.log(y[np.arange(batch_size), t] + 1e-7)) / batch_size


@alternative("labels made one-hot, everything summed, clipped")
def cross_entropy_error(y, t):
    if np.ndim(t) < y.ndim:
        t = np.eye(y.shape[-1])[t]
    n = y.size // y.shape[-1]
    return -np.sum(t * np.log(np.clip(y, 1e-15, 1 - 1e-15))) / n


@alternative("sample by sample, with math")
def cross_entropy_error(y, t):
    if y.ndim == 1:
        y, t = [y], [t]
    total = 0.0
    for row, target in zip(y, t, strict=True):
        label = int(target) if np.ndim(target) == 0 else list(target).index(1)
        total -= math.log(max(row[label], 1e-300))
    return total / len(y)


@alternative("in float32, with einsum")
def cross_entropy_error(y, t):
    logs = np.log(np.atleast_2d(y).astype(np.float32) + np.float32(1e-6))
    t = np.asarray(t)
    if t.size != y.size:
        t = np.arange(logs.shape[1]) == t.reshape(-1, 1)
    t = t.reshape(logs.shape).astype(np.float32)
    return -np.einsum("nk,nk->", t, logs) / np.float32(len(logs))


@alternative("the right entries by a mask, 0 replaced")
def cross_entropy_error(y, t):
    labels = np.expand_dims(t, -1)
    right = y[t == 1] if t.ndim == y.ndim else np.take_along_axis(y, labels, axis=-1)
    return np.mean(-np.log(np.where(right == 0, np.finfo(float).eps, right)))


@alternative("a single sample by a call with a batch of one")
def cross_entropy_error(y, t):
    def of_batch(y, t):
        losses = np.zeros(y.shape[0])
        for i in range(y.shape[0]):
            for k in range(y.shape[1]):
                share = t[i][k] if t.ndim == 2 else float(t[i] == k)
                losses[i] += share * np.log2(y[i][k] + 1e-12)
        return -losses.mean() * np.log(2)

    return of_batch(y, t) if y.ndim == 2 else of_batch(y[np.newaxis], np.array([t]))
