import numpy as np

from grader.authoring import alternative


@alternative("the book's")
class MulLayer:
    def __init__(self):
        self.x = None
        self.y = None

    def forward(self, x, y):
        self.x = x
        self.y = y
        out = x * y
        return out

    def backward(self, dout):
        dx = self.y * dout
        dy = self.x * dout
        return dx, dy


@alternative("a list of factors, a list returned")
class MulLayer:
    def forward(self, x, y):
        self.factors = [x, y]
        return np.multiply(*self.factors)

    def backward(self, dout):
        return [np.multiply(dout, factor) for factor in reversed(self.factors)]


@alternative("entry by entry")
class MulLayer:
    def forward(self, x, y):
        self.memory = (np.array(x), np.array(y))
        out = np.zeros(np.shape(x))
        for index in np.ndindex(*out.shape):
            out[index] = self.memory[0][index] * self.memory[1][index]
        return out

    def backward(self, dout):
        x, y = self.memory
        dx, dy = np.zeros(x.shape), np.zeros(y.shape)
        for index in np.ndindex(*x.shape):
            dx[index] = np.asarray(dout)[index] * y[index]
            dy[index] = np.asarray(dout)[index] * x[index]
        return dx, dy


@alternative("in float32, both gradients in one array")
class MulLayer:
    def forward(self, x, y):
        self.swapped = np.stack([y, x]).astype(np.float32)
        return self.swapped[0] * self.swapped[1]

    def backward(self, dout):
        return self.swapped * np.asarray(dout, dtype=np.float32)


@alternative("by einsum and closures")
class MulLayer:
    def forward(self, x, y):
        self.backward = lambda dout: (np.einsum("...,...->...", dout, y), np.einsum("...,...->...", dout, x))
        return np.einsum("...,...->...", x, y)

    def backward(self, dout):
        return None


@alternative("in place in forward, copies kept")
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = np.copy(x), np.copy(y)
        x *= y
        return x

    def backward(self, dout):
        dx = dout * self.y
        dout *= self.x
        return dx, dout
