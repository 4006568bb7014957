import numpy as np


class LayerNorm:
    """Each row of x brought to mean 0 and variance 1, times gamma, plus beta; and its gradients.

    gamma, beta, dgamma, dbeta: (D,); x, y, dout, dx: (N, D). / 行ごとに正規化するレイヤ
    """

    def __init__(self, gamma, beta, eps=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.eps = eps
        self.dgamma = None
        self.dbeta = None

    def forward(self, x):
        """Return y. / 順伝播"""
        raise NotImplementedError  # write your answer here / ここに書く

    def backward(self, dout):
        """Set self.dgamma and self.dbeta; return dx. / 逆伝播"""
        raise NotImplementedError  # write your answer here / ここに書く
