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
        """バッチ正規化の逆伝播"""
        N = self.batch_size
        Zc = self.xc
        var = np.mean(Zc ** 2, axis=0)

        dA = self.gamma * dout                                             # A 偏微分
        self.dgamma = np.sum(self.xn * dout, axis=0)
        self.dbeta = np.sum(dout, axis=0)
        dvar = -0.5 * np.sum((dA * Zc) / (var * np.sqrt(var)), axis=0)     # 分散 var 偏微分
        dZc = dA / np.sqrt(var) + (2.0 / N) * Zc * dvar                    # 平均との差 Zc 偏微分
        dmu = -np.sum(dZc, axis=0)                                         # 平均 mu 偏微分
        return dZc + dmu / N
