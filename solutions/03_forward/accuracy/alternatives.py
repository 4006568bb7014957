import numpy as np

from grader.authoring import alternative


@alternative("the book's, with both forms of t")
def accuracy(y, t):
    y = np.argmax(y, axis=1)
    if t.ndim != 1:
        t = np.argmax(t, axis=1)
    return np.sum(y == t) / float(y.shape[0])


@alternative("counting in a loop, with lists")
def accuracy(y, t):
    count = 0
    for row, target in zip(y.tolist(), t.tolist(), strict=True):
        label = target.index(1) if isinstance(target, list) else target
        if row.index(max(row)) == label:
            count += 1
    return count / len(y)


@alternative("labels made one-hot, and both masks met")
def accuracy(y, t):
    if t.size != y.size:
        t = np.eye(y.shape[1])[t]
    hits = (y == y.max(axis=1, keepdims=True)) & (t == 1)
    return hits.any(axis=1).mean()


@alternative("the right class's score against the largest, in float32")
def accuracy(y, t):
    y = y.astype(np.float32)
    of_right = (y * t).sum(axis=1) if t.ndim == 2 else y[np.arange(len(y)), t]
    return np.mean(of_right >= y.max(axis=1), dtype=np.float32)


@alternative("by sorting")
def accuracy(y, t):
    last = np.argsort(y, axis=-1)[:, -1]
    t = t.argmax(-1) if t.ndim > 1 else t
    return 1 - np.count_nonzero(last - t) / t.shape[0]
