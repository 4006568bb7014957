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
        eps = 1e-6
        mu = np.mean(x, axis=0)
        var = np.var(x, axis=0)
        if train_flg:
            if self.running_mean is None:
                self.running_mean = np.zeros(x.shape[1])
                self.running_var = np.zeros(x.shape[1])
            m = self.momentum
            self.running_mean = m * self.running_mean + (1 - m) * mu
            self.running_var = m * self.running_var + (1 - m) * var
        x_hat = (x - mu) / np.sqrt(var + eps)
        out = self.gamma * x_hat + self.beta
        return out
