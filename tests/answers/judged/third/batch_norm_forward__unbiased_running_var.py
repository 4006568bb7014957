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
            D = x.shape[1]
            self.running_mean = np.zeros(D, dtype=x.dtype)
            self.running_var = np.zeros(D, dtype=x.dtype)

        if train_flg:
            mean = x.mean(axis=0)
            var = x.var(axis=0)
            inv_std = 1 / np.sqrt(var + 2e-5)
            xc = (x - mean) * inv_std

            m = x.shape[0]
            adjust = m / max(m - 1., 1.)  # 不偏推定
            self.running_mean = self.running_mean * self.momentum + (1 - self.momentum) * mean
            self.running_var = self.running_var * self.momentum + (1 - self.momentum) * adjust * var
        else:
            inv_std = 1 / np.sqrt(self.running_var + 2e-5)
            xc = (x - self.running_mean) * inv_std

        return self.gamma * xc + self.beta
