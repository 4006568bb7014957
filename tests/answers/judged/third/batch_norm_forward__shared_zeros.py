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
            self.running_mean = self.running_var = np.zeros(x.shape[1])

        if not train_flg:
            x_hat = (x - self.running_mean) / np.sqrt(self.running_var + 10e-7)
            return self.gamma * x_hat + self.beta

        mean = np.mean(x, axis=0)
        var = np.var(x, axis=0)

        self.running_mean *= self.momentum
        self.running_mean += (1 - self.momentum) * mean
        self.running_var *= self.momentum
        self.running_var += (1 - self.momentum) * var

        return self.gamma * (x - mean) / np.sqrt(var + 10e-7) + self.beta
