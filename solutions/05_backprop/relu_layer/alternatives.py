import numpy as np

from grader.authoring import alternative


@alternative("the book's, backward writes into dout")
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dout[self.mask] = 0
        dx = dout
        return dx


@alternative("maximum, and the input itself kept")
class Relu:
    def __init__(self):
        self._input = None

    def forward(self, x):
        self._input = x
        return np.maximum(0, x)

    def backward(self, dout):
        return dout * (self._input > 0)


@alternative("entry by entry over flat lists")
class Relu:
    def __init__(self):
        self.passed = []

    def forward(self, x):
        self.passed = [bool(value > 0) for value in x.ravel()]
        kept = [value if value > 0 else 0.0 for value in x.ravel()]
        return np.array(kept, dtype=float).reshape(x.shape)

    def backward(self, dout):
        dx = np.zeros(dout.shape)
        for index, passed in zip(np.ndindex(dout.shape), self.passed, strict=True):
            if passed:
                dx[index] = dout[index]
        return dx


@alternative("half of x and its absolute value, slope by the sign of y")
class Relu:
    y = None

    def forward(self, x):
        self.y = (x + np.abs(x)) / 2
        return self.y

    def backward(self, dout):
        return np.sign(self.y) * dout


@alternative("in float32, with a factor of ones and zeros")
class Relu:
    def __init__(self):
        self.s = np.zeros(())

    def forward(self, x):
        x = x.astype(np.float32)
        self.s = np.heaviside(x, np.float32(0))
        return x * self.s

    def backward(self, dout):
        return dout.astype(np.float32) * self.s


@alternative("the positive places by nonzero, copied over")
class Relu:
    def __init__(self):
        self.places = None

    def forward(self, x):
        self.places = np.nonzero(np.clip(x, 0, None))
        return self._at_places(x)

    def backward(self, dout):
        return self._at_places(dout)

    def _at_places(self, values):
        result = np.zeros_like(values)
        result[self.places] = values[self.places]
        return result
