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
        """順伝播"""
        if self.running_mean is None:
            self.running_mean = np.zeros_like(self.gamma)
            self.running_var = np.zeros_like(self.gamma)

        if train_flg:
            mu = np.mean(x, axis=0)
            xc = x - mu
            var = np.mean(xc**2, axis=0)
            xn = xc / np.sqrt(var + 10e-7)
            self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mu
            self.running_var = (1 - self.momentum) * self.running_var + self.momentum * var
        else:
            xn = (x - self.running_mean) / np.sqrt(self.running_var + 10e-7)

        return self.gamma * xn + self.beta
