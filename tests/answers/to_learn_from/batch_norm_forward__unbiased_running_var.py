import numpy as np


class BatchNormalization:
    """y = gamma * (x - mean) / sqrt(var + epsilon) + beta, statistics over the rows of x, (N, D).

    gamma, beta, running_mean, running_var: (D,). / 平均と分散はバッチの N 行についてとる
    """

    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.running_mean = running_mean  # None: zeros in the first forward / None なら最初の forward で 0 にする
        self.running_var = running_var

    def forward(self, x, train_flg=True):
        if self.running_mean is None:
            self.running_mean = np.zeros(x.shape[1])
            self.running_var = np.zeros(x.shape[1])
        if train_flg:
            mean, var = x.mean(axis=0), x.var(axis=0)
            n = len(x)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var * n / (n - 1)
        else:
            mean, var = self.running_mean, self.running_var
        x_hat = (x - mean) / np.sqrt(var + 1e-5)
        return self.gamma * x_hat + self.beta
