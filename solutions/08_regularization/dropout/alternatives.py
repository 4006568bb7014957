import random

import numpy as np

from grader.authoring import alternative


@alternative("inverted, the factor in the mask")
class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.mask = None

    def forward(self, x, train_flg=True):
        if not train_flg:
            return x
        keep = 1 - self.dropout_ratio
        self.mask = np.random.binomial(1, keep, size=x.shape) / keep
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask


@alternative("inverted, x and dout changed in place, an unseeded generator")
class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.p = dropout_ratio
        self.rng = np.random.default_rng()

    def forward(self, x, train_flg=True):
        if train_flg:
            self.dropped = self.rng.random(x.shape) < self.p
            x[self.dropped] = 0
            x /= 1 - self.p
        return x

    def backward(self, dout):
        dout[self.dropped] = 0
        dout /= 1 - self.p
        return dout


@alternative("the book's, with np.where and random_sample")
class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.ratio = dropout_ratio

    def forward(self, x, train_flg=True):
        if train_flg:
            self.keep = np.random.random_sample(x.shape) >= self.ratio
            return np.where(self.keep, x, 0.0)
        return (1 - self.ratio) * x

    def backward(self, dout):
        return np.where(self.keep, dout, 0.0)


@alternative("exactly the given share of places, in a random order")
class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio

    def forward(self, x, train_flg=True):
        if not train_flg:
            return x * (1 - self.dropout_ratio)
        self.places = np.random.permutation(x.size)[: round(self.dropout_ratio * x.size)]
        return self._without(x)

    def backward(self, dout):
        return self._without(dout)

    def _without(self, values):
        result = values.copy()
        result.ravel()[self.places] = 0.0
        return result


@alternative("entry by entry, Python's random numbers")
class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio

    def forward(self, x, train_flg=True):
        y = np.zeros(x.shape)
        if train_flg:
            self.mask = np.zeros(x.shape)
        for index in np.ndindex(x.shape):
            if not train_flg:
                y[index] = x[index]
            elif random.random() >= self.dropout_ratio:
                self.mask[index] = 1 / (1 - self.dropout_ratio)
                y[index] = x[index] * self.mask[index]
        return y

    def backward(self, dout):
        dx = [m * g for m, g in zip(self.mask.ravel(), dout.ravel(), strict=True)]
        return np.array(dx).reshape(dout.shape)


@alternative("in float32, np.random.choice")
class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.keep = np.float32(1 - dropout_ratio)
        self.p = [dropout_ratio, 1 - dropout_ratio]

    def forward(self, x, train_flg=True):
        x = x.astype(np.float32)
        if train_flg:
            self.mask = np.random.choice(2, size=x.shape, p=self.p).astype(np.float32)
            return x * self.mask / self.keep
        return x

    def backward(self, dout):
        return dout.astype(np.float32) * self.mask / self.keep
