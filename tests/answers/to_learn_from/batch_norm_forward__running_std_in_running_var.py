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
        D = x.shape[1]
        if self.running_mean is None:
            self.running_mean = np.zeros(D)
            self.running_var = np.zeros(D)
        if train_flg:
            mean = np.mean(x, axis=0)
            std = np.sqrt(np.mean((x - mean) ** 2, axis=0) + 1e-7)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * std
        else:
            mean = self.running_mean
            std = self.running_var + 1e-7
        xn = (x - mean) / std
        return self.gamma * xn + self.beta
