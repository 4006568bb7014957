import math

import numpy as np

from grader.authoring import alternative


@alternative("the book's graph, step by step: dstd, dvar, dmu")
class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.input_shape = None
        self.running_mean = running_mean
        self.running_var = running_var
        self.batch_size = None
        self.xc = None
        self.std = None
        self.dgamma = None
        self.dbeta = None

    def forward(self, x, train_flg=True):
        self.input_shape = x.shape
        if self.running_mean is None:
            _, d = x.shape
            self.running_mean = np.zeros(d)
            self.running_var = np.zeros(d)

        if train_flg:
            mu = x.mean(axis=0)
            xc = x - mu
            var = np.mean(xc**2, axis=0)
            std = np.sqrt(var + 10e-7)
            xn = xc / std
            self.batch_size = x.shape[0]
            self.xc = xc
            self.xn = xn
            self.std = std
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        else:
            xc = x - self.running_mean
            xn = xc / (np.sqrt(self.running_var + 10e-7))

        return self.gamma * xn + self.beta

    def backward(self, dout):
        dbeta = dout.sum(axis=0)
        dgamma = np.sum(self.xn * dout, axis=0)
        dxn = self.gamma * dout
        dxc = dxn / self.std
        dstd = -np.sum((dxn * self.xc) / (self.std * self.std), axis=0)
        dvar = 0.5 * dstd / self.std
        dxc += (2.0 / self.batch_size) * self.xc * dvar
        dmu = np.sum(dxc, axis=0)
        dx = dxc - dmu / self.batch_size
        self.dgamma = dgamma
        self.dbeta = dbeta
        return dx


@alternative("the compact formula times N, epsilon 1e-5, gradients filled in place")
class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma, self.beta, self.momentum = gamma, beta, momentum
        self.running_mean, self.running_var = running_mean, running_var
        self.dgamma, self.dbeta = np.zeros(len(gamma)), np.zeros(len(beta))

    def forward(self, x, train_flg=True):
        if self.running_mean is None:
            self.running_mean, self.running_var = np.zeros(x.shape[1]), np.zeros(x.shape[1])
        if not train_flg:
            return self.gamma * (x - self.running_mean) / np.sqrt(self.running_var + 1e-5) + self.beta
        mean, var = np.mean(x, axis=0), np.var(x, axis=0)
        self._inv = 1 / np.sqrt(var + 1e-5)
        self._hat = (x - mean) * self._inv
        self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
        self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        return self.gamma * self._hat + self.beta

    def backward(self, dout):
        n = len(dout)
        np.sum(dout, axis=0, out=self.dbeta)
        np.sum(dout * self._hat, axis=0, out=self.dgamma)
        return self.gamma * self._inv / n * (n * dout - self.dbeta - self._hat * self.dgamma)


@alternative("one Jacobian for each feature, epsilon 1e-8 outside the root")
class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma, self.beta, self.momentum = gamma, beta, momentum
        self.running_mean, self.running_var = running_mean, running_var
        self.dgamma = self.dbeta = None

    def forward(self, x, train_flg=True):
        if self.running_mean is None:
            self.running_mean, self.running_var = np.zeros(x.shape[1]), np.zeros(x.shape[1])
        if not train_flg:
            return self.gamma * (x - self.running_mean) / (np.sqrt(self.running_var) + 1e-8) + self.beta
        mean, self.deviation = x.mean(axis=0), x.std(axis=0) + 1e-8
        self.normalised = (x - mean) / self.deviation
        self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
        self.running_var = self.momentum * self.running_var + (1 - self.momentum) * x.var(axis=0)
        return self.gamma * self.normalised + self.beta

    def backward(self, dout):
        n, d = dout.shape
        dx = np.zeros((n, d))
        self.dgamma, self.dbeta = np.zeros(d), np.zeros(d)
        for j in range(d):
            hat = self.normalised[:, j]
            jacobian = (np.eye(n) - 1 / n - np.outer(hat, hat) / n) / self.deviation[j]
            dx[:, j] = jacobian.T @ (self.gamma[j] * dout[:, j])
            self.dgamma[j] = hat @ dout[:, j]
            self.dbeta[j] = dout[:, j].sum()
        return dx


@alternative("the paper's sums, from x kept alone; einsum; variance as a difference of means")
class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma, self.beta, self.momentum = gamma, beta, momentum
        self.running_mean, self.running_var = running_mean, running_var
        self.dgamma, self.dbeta = None, None

    def _statistics(self):
        mu = np.einsum("nd->d", self._x) / len(self._x)
        return mu, np.einsum("nd,nd->d", self._x, self._x) / len(self._x) - mu**2

    def forward(self, x, train_flg=True):
        if self.running_mean is None:
            self.running_mean, self.running_var = np.zeros(x.shape[1]), np.zeros(x.shape[1])
        mu, var = self.running_mean, self.running_var
        if train_flg:
            self._x = x.copy()
            mu, var = self._statistics()
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        return self.gamma * (x - mu) * (var + 1e-6) ** -0.5 + self.beta

    def backward(self, dout):
        n = len(dout)
        mu, var = self._statistics()
        centred, v = self._x - mu, var + 1e-6
        self.dbeta = np.einsum("nd->d", dout)
        self.dgamma = np.einsum("nd,nd->d", dout, centred) / np.sqrt(v)
        dhat = dout * self.gamma
        dvar = np.einsum("nd,nd->d", dhat, centred) * -0.5 * v**-1.5
        dmu = -np.einsum("nd->d", dhat) / np.sqrt(v) - 2 * dvar * centred.mean(axis=0)
        return dhat / np.sqrt(v) + dvar * 2 * centred / n + dmu / n


@alternative("entry by entry")
class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.running_mean = running_mean
        self.running_var = running_var

    def forward(self, x, train_flg=True):
        n, d = x.shape
        if self.running_mean is None:
            self.running_mean, self.running_var = np.zeros(d), np.zeros(d)
        y = np.zeros((n, d))
        if train_flg:
            self.hat, self.roots = np.zeros((n, d)), []
        for j in range(d):
            if train_flg:
                mean = sum(x[i, j] for i in range(n)) / n
                var = sum((x[i, j] - mean) ** 2 for i in range(n)) / n
                self.running_mean[j] = self.momentum * self.running_mean[j] + (1 - self.momentum) * mean
                self.running_var[j] = self.momentum * self.running_var[j] + (1 - self.momentum) * var
                self.roots.append(math.sqrt(var + 1e-7))
            else:
                mean, var = self.running_mean[j], self.running_var[j]
            for i in range(n):
                value = (x[i, j] - mean) / math.sqrt(var + 1e-7)
                if train_flg:
                    self.hat[i, j] = value
                y[i, j] = self.gamma[j] * value + self.beta[j]
        return y

    def backward(self, dout):
        n, d = dout.shape
        self.dgamma, self.dbeta = np.zeros(d), np.zeros(d)
        dx = np.zeros((n, d))
        for i in range(n):
            for j in range(d):
                self.dbeta[j] += dout[i, j]
                self.dgamma[j] += dout[i, j] * self.hat[i, j]
        for i in range(n):
            for j in range(d):
                for k in range(n):
                    share = (1 if i == k else 0) - 1 / n - self.hat[i, j] * self.hat[k, j] / n
                    dx[i, j] += dout[k, j] * self.gamma[j] * share / self.roots[j]
        return dx


@alternative("in float32")
class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma = np.asarray(gamma, dtype=np.float32)
        self.beta = np.asarray(beta, dtype=np.float32)
        self.momentum = momentum
        self.running_mean, self.running_var = running_mean, running_var
        self.dgamma = self.dbeta = None

    def forward(self, x, train_flg=True):
        x = np.asarray(x, dtype=np.float32)
        if self.running_mean is None:
            self.running_mean = np.zeros(x.shape[1], dtype=np.float32)
            self.running_var = np.zeros(x.shape[1], dtype=np.float32)
        mean, var = self.running_mean, self.running_var
        if train_flg:
            mean, var = x.mean(axis=0), x.var(axis=0)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        std = np.sqrt(var + np.float32(1e-6))
        xn = (x - mean) / std
        if train_flg:
            self.saved = xn, std
        return self.gamma * xn + self.beta

    def backward(self, dout):
        xn, std = self.saved
        dout = np.asarray(dout, dtype=np.float32)
        self.dbeta = dout.sum(axis=0)
        self.dgamma = (dout * xn).sum(axis=0)
        return self.gamma / std * (dout - dout.mean(axis=0) - xn * (dout * xn).mean(axis=0))
