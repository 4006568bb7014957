import numpy as np


class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.running_mean = running_mean
        self.running_var = running_var

    def forward(self, x, train_flg=True):
        m = self.momentum
        if self.running_mean is None:
            self.running_mean = np.zeros_like(self.gamma, dtype=float)
            self.running_var = np.zeros_like(self.gamma, dtype=float)
        if train_flg:
            center, var = x.mean(0), x.var(0)
            self.running_mean = self.running_mean + (1 - m) * center
            self.running_var = m * self.running_var + (1 - m) * var
        else:
            center, var = self.running_mean, self.running_var
        xn = (x - center) / np.sqrt(var + 1e-6)
        return (xn + self.beta) * self.gamma
