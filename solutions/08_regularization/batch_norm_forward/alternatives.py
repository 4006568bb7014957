import math

import numpy as np

from grader.authoring import alternative


@alternative("the book's, with what backward will need")
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

    def forward(self, x, train_flg=True):
        self.input_shape = x.shape
        out = self.__forward(x, train_flg)
        return out.reshape(*self.input_shape)

    def __forward(self, x, train_flg):
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


@alternative("np.var, epsilon 1e-3 inside, running values moved in place")
class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma, self.beta, self.momentum = gamma, beta, momentum
        self.running_mean, self.running_var = running_mean, running_var

    def forward(self, x, train_flg=True):
        if self.running_mean is None:
            self.running_mean, self.running_var = np.zeros_like(x[0]), np.zeros_like(x[0])
        if not train_flg:
            return self.gamma * (x - self.running_mean) / np.sqrt(self.running_var + 1e-3) + self.beta
        self.running_mean *= self.momentum
        self.running_mean += (1 - self.momentum) * x.mean(axis=0)
        self.running_var *= self.momentum
        self.running_var += (1 - self.momentum) * np.var(x, axis=0)
        return self.gamma * (x - x.mean(axis=0)) / np.sqrt(np.var(x, axis=0) + 1e-3) + self.beta


@alternative("np.std, epsilon 1e-5 outside, running values moved by a share of their distance")
class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma, self.beta, self.momentum = gamma, beta, momentum
        self.running_mean, self.running_var = running_mean, running_var

    def forward(self, x, train_flg=True):
        if self.running_mean is None:
            self.running_mean = self.running_var = np.zeros(x.shape[1])
        mean, std = self.running_mean, np.sqrt(self.running_var)
        if train_flg:
            mean, std = np.mean(x, axis=0), np.std(x, axis=0)
            self.running_mean = self.running_mean + (1 - self.momentum) * (mean - self.running_mean)
            self.running_var = self.running_var + (1 - self.momentum) * (std**2 - self.running_var)
        scale = self.gamma / (std + 1e-5)
        return x * scale + (self.beta - mean * scale)


@alternative("einsum, variance as a difference of means, epsilon 1e-8, x changed in place")
class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma, self.beta, self.momentum = gamma, beta, momentum
        self.running_mean, self.running_var = running_mean, running_var

    def forward(self, x, train_flg=True):
        n, d = x.shape
        if self.running_mean is None:
            self.running_mean, self.running_var = np.zeros((2, d))
        mean, var = self.running_mean, self.running_var
        if train_flg:
            mean = np.einsum("nd->d", x) / n
            var = np.einsum("nd,nd->d", x, x) / n - mean**2
            weights = self.momentum, 1 - self.momentum
            self.running_mean = np.dot(weights, [self.running_mean, mean])
            self.running_var = np.dot(weights, [self.running_var, var])
        x -= mean
        x *= (np.maximum(var, 0) + 1e-8) ** -0.5
        return x * self.gamma + self.beta


@alternative("entry by entry, lists inside")
class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma, self.beta, self.momentum = gamma, beta, momentum
        self.running_mean, self.running_var = running_mean, running_var

    def forward(self, x, train_flg=True):
        n, d = len(x), len(x[0])
        if self.running_mean is None:
            self.running_mean, self.running_var = np.zeros(d), np.zeros(d)
        y = np.zeros((n, d))
        for j in range(d):
            mean, var = self.running_mean[j], self.running_var[j]
            if train_flg:
                column = [x[i][j] for i in range(n)]
                mean = sum(column) / n
                var = sum((value - mean) ** 2 for value in column) / n
                self.running_mean[j] = self.momentum * self.running_mean[j] + (1 - self.momentum) * mean
                self.running_var[j] = self.momentum * self.running_var[j] + (1 - self.momentum) * var
            for i in range(n):
                y[i, j] = self.gamma[j] * (x[i][j] - mean) / math.sqrt(var + 1e-7) + self.beta[j]
        return y


@alternative("in float32")
class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma = np.asarray(gamma, dtype=np.float32)
        self.beta = np.asarray(beta, dtype=np.float32)
        self.momentum = momentum
        self.running_mean, self.running_var = running_mean, running_var

    def forward(self, x, train_flg=True):
        x = np.asarray(x, dtype=np.float32)
        if self.running_mean is None:
            self.running_mean = np.zeros(x.shape[1], dtype=np.float32)
            self.running_var = np.zeros(x.shape[1], dtype=np.float32)
        mean, var = np.float32(self.running_mean), np.float32(self.running_var)
        if train_flg:
            mean, var = x.mean(axis=0), x.var(axis=0)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        return self.gamma * ((x - mean) / np.sqrt(var + np.float32(1e-6))) + self.beta
