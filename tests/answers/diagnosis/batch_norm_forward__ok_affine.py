import numpy as np


class BatchNormalization:
    """y = a x + c with a and c from whichever statistics count"""

    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma, self.beta, self.momentum = gamma, beta, momentum
        self.running_mean, self.running_var = running_mean, running_var
        self.eps = 1e-5

    def forward(self, x, train_flg=True):
        if self.running_mean is None:
            self.running_mean, self.running_var = np.zeros(x.shape[1]), np.zeros(x.shape[1])
        mean, var = (x.mean(0), x.var(0)) if train_flg else (self.running_mean, self.running_var)
        if train_flg:
            self.running_mean = self.running_mean + (1 - self.momentum) * (mean - self.running_mean)
            self.running_var = self.running_var + (1 - self.momentum) * (var - self.running_var)
        a = self.gamma / np.sqrt(var + self.eps)
        return a * (x - mean) + self.beta
