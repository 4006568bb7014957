# A layer whose attributes are something else each time they are looked at.
# exercise: affine
# expect: failed, error
# score: some

import itertools

import numpy as np

turns = itertools.count()


class Affine:
    dW = property(lambda self: np.ones(next(turns) % 5))
    db = property(lambda self: next(turns))

    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        return dout @ self.W.T
