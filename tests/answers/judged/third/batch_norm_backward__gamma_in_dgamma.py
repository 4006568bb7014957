import numpy as np


class BatchNormalization:
    """y = gamma * (x - mean) / sqrt(var + 10e-7) + beta, and its gradients.

    gamma, beta: (D,); x: (N, D), statistics over the N rows. / 平均と分散はバッチの N 行についてとる
    """

    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.running_mean = running_mean
        self.running_var = running_var
        self.dgamma = None
        self.dbeta = None

    def forward(self, x, train_flg=True):
        """Return y, of x's shape. Complete: nothing to do here. / 順伝播(完成済み)"""
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
            self.xc = xc  # (N, D) centred / 平均を引いた x
            self.xn = xn  # (N, D) normalised, x hat / 正規化した x
            self.std = std  # (D,)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        else:
            xn = (x - self.running_mean) / np.sqrt(self.running_var + 10e-7)

        return self.gamma * xn + self.beta

    def backward(self, dout):
        """Set self.dgamma and self.dbeta, (D,); return dx, (N, D). / 逆伝播"""
        N = self.batch_size
        self.dbeta = dout.sum(axis=0)

        # first through y = gamma * xn + beta
        dxn = self.gamma * dout
        self.dgamma = np.sum(dxn * self.xn, axis=0)

        # then through xn = xc / std, where both parts know every row
        dx = dxn - np.mean(dxn, axis=0) - self.xn * self.dgamma / N
        return dx / self.std
