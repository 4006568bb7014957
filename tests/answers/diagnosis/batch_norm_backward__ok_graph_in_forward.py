import numpy as np


class BatchNormalization:
    eps = 1e-8

    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma, self.beta, self.momentum = gamma, beta, momentum
        self.running_mean, self.running_var = running_mean, running_var

    def forward(self, x, train_flg=True):
        if self.running_mean is None:
            self.running_mean = self.running_var = np.zeros(x.shape[1])
        if not train_flg:
            return self.gamma * (x - self.running_mean) / (np.sqrt(self.running_var) + self.eps) + self.beta
        mean, var = x.mean(0), x.var(0)
        self.root = np.sqrt(var)
        self.cache = x - mean
        self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
        self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        return self.gamma * self.cache / (self.root + self.eps) + self.beta

    def backward(self, dout):
        xc, root, s = self.cache, self.root, self.root + self.eps
        n = len(xc)
        self.dgamma, self.dbeta = (dout * xc / s).sum(0), dout.sum(0)
        d = dout * self.gamma
        ds = -(d * xc).sum(0) / s**2
        # root = sqrt(mean(xc**2)); a constant feature has root 0 and xc 0, no slope there
        droot_dxc = np.divide(xc, n * root, out=np.zeros_like(xc), where=root > 0)
        dxc = d / s + ds * droot_dxc
        return dxc - dxc.mean(0)
