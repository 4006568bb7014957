import math

import numpy as np

from grader.authoring import alternative


@alternative("the graph of batch normalization step by step, on transposed arrays")
class LayerNorm:
    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma, self.beta, self.eps = gamma, beta, eps

    def forward(self, x):
        xt = x.T
        self.d = xt.shape[0]
        self.xc = xt - xt.mean(axis=0)
        self.std = np.sqrt(np.mean(self.xc**2, axis=0) + self.eps)
        self.xn = self.xc / self.std
        return self.gamma * self.xn.T + self.beta

    def backward(self, dout):
        self.dbeta = dout.sum(axis=0)
        self.dgamma = np.sum(self.xn.T * dout, axis=0)
        dxn = (self.gamma * dout).T
        dxc = dxn / self.std
        dstd = -np.sum((dxn * self.xc) / (self.std * self.std), axis=0)
        dvar = 0.5 * dstd / self.std
        dxc += (2.0 / self.d) * self.xc * dvar
        dmu = np.sum(dxc, axis=0)
        return (dxc - dmu / self.d).T


@alternative("the compact formula times D, einsum, variance as a difference of means")
class LayerNorm:
    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma, self.beta, self.eps = gamma, beta, eps
        self.dgamma, self.dbeta = np.zeros(len(gamma)), np.zeros(len(beta))

    def forward(self, x):
        d = x.shape[1]
        mean = np.einsum("nd->n", x) / d
        var = np.einsum("nd,nd->n", x, x) / d - mean**2
        self.inverse = 1 / np.sqrt(var + self.eps)
        self.hat = np.einsum("nd,n->nd", x - mean[:, None], self.inverse)
        return np.einsum("nd,d->nd", self.hat, self.gamma) + self.beta

    def backward(self, dout):
        self.dgamma[:] = np.einsum("nd,nd->d", dout, self.hat)
        self.dbeta[:] = np.einsum("nd->d", dout)
        d = dout.shape[1]
        g = dout * self.gamma
        total = d * g - g.sum(axis=1)[:, None] - self.hat * (g * self.hat).sum(axis=1)[:, None]
        return total * self.inverse[:, None] / d


@alternative("one Jacobian for each row, from x kept alone")
class LayerNorm:
    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma, self.beta, self.eps = gamma, beta, eps

    def _row(self, row):
        deviation = math.sqrt(row.var() + self.eps)
        return (row - row.mean()) / deviation, deviation

    def forward(self, x):
        self.x = np.array(x)
        return np.array([self.gamma * self._row(row)[0] + self.beta for row in self.x])

    def backward(self, dout):
        self.dbeta = sum(dout)
        self.dgamma = sum(g * self._row(row)[0] for g, row in zip(dout, self.x, strict=True))
        d = dout.shape[1]
        dx = np.empty(dout.shape)
        for i, row in enumerate(self.x):
            hat, deviation = self._row(row)
            jacobian = (np.eye(d) - 1 / d - np.outer(hat, hat) / d) / deviation
            dx[i] = jacobian @ (self.gamma * dout[i])
        return dx


@alternative("entry by entry, lists inside")
class LayerNorm:
    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma, self.beta, self.eps = list(gamma), list(beta), eps

    def forward(self, x):
        self.hats, self.roots = [], []
        y = []
        for row in x.tolist():
            mean = sum(row) / len(row)
            root = (sum((value - mean) ** 2 for value in row) / len(row) + self.eps) ** 0.5
            self.roots.append(root)
            self.hats.append([(value - mean) / root for value in row])
            y.append([g * h + b for g, h, b in zip(self.gamma, self.hats[-1], self.beta, strict=True)])
        return np.array(y)

    def backward(self, dout):
        n, d = dout.shape
        self.dgamma, self.dbeta = np.zeros(d), np.zeros(d)
        dx = np.zeros((n, d))
        for i in range(n):
            for j in range(d):
                self.dbeta[j] += dout[i, j]
                self.dgamma[j] += dout[i, j] * self.hats[i][j]
                for k in range(d):
                    share = (j == k) - 1 / d - self.hats[i][j] * self.hats[i][k] / d
                    dx[i, j] += dout[i, k] * self.gamma[k] * share / self.roots[i]
        return dx


@alternative("in float32, x and dout changed in place")
class LayerNorm:
    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma, self.beta, self.eps = np.float32(gamma), np.float32(beta), np.float32(eps)

    def forward(self, x):
        x -= x.mean(axis=1, keepdims=True)
        x = x.astype(np.float32)
        self.std = np.sqrt(np.mean(x * x, axis=1, keepdims=True) + self.eps)
        self.xn = x / self.std
        return self.gamma * self.xn + self.beta

    def backward(self, dout):
        self.dbeta = dout.sum(axis=0, dtype=np.float32)
        self.dgamma = (np.float32(dout) * self.xn).sum(axis=0)
        dout *= self.gamma
        dxn = np.float32(dout)
        mean = dxn.mean(axis=1, keepdims=True)
        return (dxn - mean - self.xn * (dxn * self.xn).mean(axis=1, keepdims=True)) / self.std
