import numpy as np

from grader.authoring import alternative


@alternative("the book's")
class AddLayer:
    def __init__(self):
        pass

    def forward(self, x, y):
        out = x + y
        return out

    def backward(self, dout):
        dx = dout * 1
        dy = dout * 1
        return dx, dy


@alternative("copies, in a list")
class AddLayer:
    def forward(self, x, y):
        return np.add(x, y)

    def backward(self, dout):
        return [np.copy(dout) for _ in range(2)]


@alternative("slopes of ones kept")
class AddLayer:
    def forward(self, x, y):
        self.slopes = np.ones_like(x), np.ones_like(y)
        return np.sum([x, y], axis=0)

    def backward(self, dout):
        return tuple(slope * dout for slope in self.slopes)


@alternative("in float32, both gradients in one array")
class AddLayer:
    def forward(self, x, y):
        return np.asarray(x, dtype=np.float32) + np.asarray(y, dtype=np.float32)

    def backward(self, dout):
        return np.stack([dout, dout]).astype(np.float32)


@alternative("entry by entry, in place")
class AddLayer:
    def forward(self, x, y):
        if np.ndim(x) == 0:
            return float(x) + float(y)
        for index in np.ndindex(*x.shape):
            x[index] += y[index]
        return x

    def backward(self, dout):
        return (dout,) * 2
