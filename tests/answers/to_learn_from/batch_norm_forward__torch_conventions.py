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
        """Return y, of x's shape; in training, move the running values. / 順伝播(学習時は移動平均も更新)"""
        eps = 1e-5
        if self.running_mean is None:
            self.running_mean = np.zeros(x.shape[1])
            self.running_var = np.zeros(x.shape[1])

        if train_flg:
            mean = x.mean(axis=0)
            var = x.var(axis=0)
            x_hat = (x - mean) / np.sqrt(var + eps)
            # update running statistics
            self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
            self.running_var = (1 - self.momentum) * self.running_var + self.momentum * x.var(axis=0, ddof=1)
        else:
            x_hat = (x - self.running_mean) / np.sqrt(self.running_var + eps)

        return self.gamma * x_hat + self.beta
