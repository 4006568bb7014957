import numpy as np


class BatchNormalization:

    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.running_mean = running_mean
        self.running_var = running_var
        self.dgamma = None
        self.dbeta = None

    def forward(self, x, train_flg=True):
        if self.running_mean is None:
            self.running_mean = np.zeros(x.shape[1])
            self.running_var = np.zeros(x.shape[1])

        if train_flg:
            mu = x.mean(axis=0)
            xc = x - mu
            var = np.mean(xc**2, axis=0)
            std = np.sqrt(var + 10e-7)
            xn = xc / std

            self.batch_size = x.shape[0]
            self.xc = xc
            self.xn = xn
            self.std = std
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        else:
            xn = (x - self.running_mean) / np.sqrt(self.running_var + 10e-7)

        return self.gamma * xn + self.beta

    def backward(self, dout):
        """Walk back through the graph, node by node."""
        n = self.batch_size
        if self.dgamma is None:
            self.dgamma = np.zeros_like(self.gamma)
            self.dbeta = np.zeros_like(self.beta)

        # node: y = gamma * xn + beta
        self.dgamma = self.dgamma + (dout * self.xn).sum(axis=0)
        self.dbeta = self.dbeta + dout.sum(axis=0)
        d_xn = dout * self.gamma

        # node: xn = xc / std
        d_xc = d_xn / self.std
        d_std = (-d_xn * self.xc / self.std**2).sum(axis=0)

        # node: std = sqrt(var + eps), var = mean(xc ** 2)
        d_var = d_std / (2 * self.std)
        d_xc = d_xc + d_var * self.xc / n

        # node: xc = x - mu
        d_mu = -d_xc.sum(axis=0)
        return d_xc + d_mu / n
