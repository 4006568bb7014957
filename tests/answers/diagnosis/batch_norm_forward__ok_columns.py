import numpy as np


class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.running_mean = running_mean
        self.running_var = running_var

    def _one(self, col, mean, std, g, b):
        return [g * (v - mean) / (std + 1e-7) + b for v in col]

    def forward(self, x, train_flg=True):
        n, d = x.shape
        if self.running_mean is None or self.running_var is None:
            self.running_mean = np.zeros(d)
            self.running_var = np.zeros(d)
        means = np.array(self.running_mean, dtype=float)
        varis = np.array(self.running_var, dtype=float)
        y = np.empty((n, d))
        m = self.momentum
        for j in range(d):
            if train_flg:
                mu = sum(x[:, j]) / n
                s2 = sum((v - mu) ** 2 for v in x[:, j]) / n
                means[j] = m * means[j] + (1 - m) * mu
                varis[j] = m * varis[j] + (1 - m) * s2
            else:
                mu, s2 = means[j], varis[j]
            y[:, j] = self._one(x[:, j], mu, np.sqrt(s2), self.gamma[j], self.beta[j])
        if train_flg:
            self.running_mean, self.running_var = means, varis
        return y
