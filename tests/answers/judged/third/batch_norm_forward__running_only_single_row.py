import numpy as np


class BatchNormalization:

    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.running_mean = running_mean
        self.running_var = running_var

    def forward(self, x, train_flg=True):
        if self.running_mean is None:
            self.running_mean = np.zeros(x.shape[1])
            self.running_var = np.zeros(x.shape[1])

        has_batch = x.shape[0] > 1
        if has_batch:
            mu = x.mean(axis=0)
            var = x.var(axis=0)
        else:
            # no batch to take a mean of: use what was kept while training
            mu = self.running_mean
            var = self.running_var

        if train_flg:
            m = self.momentum
            self.running_mean = m * self.running_mean + (1 - m) * mu
            self.running_var = m * self.running_var + (1 - m) * var

        x_hat = (x - mu) / np.sqrt(var + 1e-6)
        return self.gamma * x_hat + self.beta
