import numpy as np

from grader.authoring import alternative


@alternative("the book's, for tensors too")
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        self.original_x_shape = None
        self.dW = None
        self.db = None

    def forward(self, x):
        self.original_x_shape = x.shape
        x = x.reshape(x.shape[0], -1)
        self.x = x
        return np.dot(self.x, self.W) + self.b

    def backward(self, dout):
        dx = np.dot(dout, self.W.T)
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return dx.reshape(*self.original_x_shape)


@alternative("einsum, the gradients made anew with b's shape")
class Affine:
    def __init__(self, W, b):
        self.weights, self.bias = W, b

    def forward(self, x):
        self.last = x
        return np.einsum("nd,dm->nm", x, self.weights) + self.bias

    def backward(self, dout):
        self.dW = np.einsum("nd,nm->dm", self.last, dout)
        self.db = np.einsum("nm->m", dout).reshape(self.bias.shape)
        return np.einsum("nm,dm->nd", dout, self.weights)


@alternative("loops over every index")
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b.flatten()

    def forward(self, x):
        self.x = x
        y = np.zeros((len(x), self.W.shape[1]))
        for n in range(len(x)):
            for m in range(self.W.shape[1]):
                y[n, m] = sum(x[n, d] * self.W[d, m] for d in range(x.shape[1])) + self.b[m]
        return y

    def backward(self, dout):
        dx, self.dW, self.db = np.zeros(self.x.shape), np.zeros(self.W.shape), np.zeros(self.b.shape)
        for (n, m), d_y in np.ndenumerate(dout):
            self.db[m] += d_y
            for d in range(self.x.shape[1]):
                self.dW[d, m] += self.x[n, d] * d_y
                dx[n, d] += self.W[d, m] * d_y
        return dx


@alternative("in float32, sample by sample with outer products")
class Affine:
    def __init__(self, W, b):
        self.W = np.asarray(W, dtype=np.float32)
        self.b = np.asarray(b, dtype=np.float32)

    def forward(self, x):
        self.rows = [row.astype(np.float32) for row in x]
        return np.stack([row @ self.W for row in self.rows]) + self.b

    def backward(self, dout):
        dout = dout.astype(np.float32)
        self.dW = sum(np.outer(row, d) for row, d in zip(self.rows, dout, strict=True))
        self.db = sum(dout)
        return np.stack([self.W @ d for d in dout])


@alternative("the bias as one more row of the weights")
class Affine:
    def __init__(self, W, b):
        self.Wb = np.vstack([W, b])

    def forward(self, x):
        self.x1 = np.hstack([x, np.ones((len(x), 1))])
        return self.x1 @ self.Wb

    def backward(self, dout):
        dWb = self.x1.T @ dout
        self.dW, self.db = dWb[:-1], dWb[-1]
        return dout @ self.Wb[:-1].T


@alternative("params and grads in lists, filled in place, dW and db properties")
class Affine:
    def __init__(self, W, b):
        self.params = [W, b]
        self.grads = [np.zeros_like(W), np.zeros_like(b)]
        self._cache = None

    dW = property(lambda self: self.grads[0])  # noqa: N815, the statement names it
    db = property(lambda self: self.grads[1])

    def forward(self, x):
        W, b = self.params
        self._cache = x.copy()
        out = np.matmul(x, W)
        out += b
        return out

    def backward(self, dout):
        np.matmul(self._cache.T, dout, out=self.grads[0])
        self.grads[1][...] = dout.sum(axis=0, keepdims=self.grads[1].ndim == 2)
        return np.tensordot(dout, self.params[0], axes=(1, 1))
