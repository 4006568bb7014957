import numpy as np


class BatchNormalization:

    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.running_mean = running_mean
        self.running_var = running_var
        self.eps = 10e-7

    def forward(self, x, train_flg=True):
        if train_flg:
            # mini-batch mean and variance
            mu = np.mean(x, axis=0)
            x_minus_mu = x - mu
            var = np.mean(x_minus_mu ** 2, axis=0)
            inv_std = 1.0 / np.sqrt(var + self.eps)
            x_hat = x_minus_mu * inv_std

            # update running statistics
            if self.running_mean is None:
                self.running_mean = mu.copy()
                self.running_var = var.copy()
            else:
                self.running_mean = self.momentum * self.running_mean + (1.0 - self.momentum) * mu
                self.running_var = self.momentum * self.running_var + (1.0 - self.momentum) * var
        else:
            x_hat = (x - self.running_mean) / np.sqrt(self.running_var + self.eps)

        return self.gamma * x_hat + self.beta
