import numpy as np


class Sigmoid:
    """シグモイドレイヤ"""

    def __init__(self):
        self.out = None

    def forward(self, x):
        # オーバーフローしないように場合分け
        e = np.exp(-np.abs(x))
        self.out = np.where(x >= 0, 1 / (1 + e), e / (1 + e))
        return self.out

    def backward(self, dout):
        # y(1 - y)
        self.out *= 1.0 - self.out
        dx = dout * self.out
        return dx
