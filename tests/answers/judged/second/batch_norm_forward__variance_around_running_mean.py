import numpy as np


class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.running_mean = running_mean
        self.running_var = running_var

    def _follow(self, old, new):
        return self.momentum * old + (1 - self.momentum) * new

    def forward(self, x, train_flg=True):
        eps = 1e-7
        if self.running_mean is None:
            self.running_mean = np.zeros(x.shape[1])
            self.running_var = np.zeros(x.shape[1])

        if not train_flg:
            x_hat = (x - self.running_mean) / np.sqrt(self.running_var + eps)
            return self.gamma * x_hat + self.beta

        mu = np.mean(x, axis=0)
        var = np.var(x, axis=0)
        x_hat = (x - mu) / np.sqrt(var + eps)

        # 移動平均を更新する
        self.running_mean = self._follow(self.running_mean, mu)
        spread = np.mean((x - self.running_mean) ** 2, axis=0)
        self.running_var = self._follow(self.running_var, spread)
        return self.gamma * x_hat + self.beta
