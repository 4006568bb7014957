import numpy as np


class Tanh:
    """Tanh レイヤ"""

    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.tanh(x)
        return self.out

    # 定義どおりの式
    def forward(self, x):
        e1 = np.exp(x)
        e2 = np.exp(-x)
        self.out = (e1 - e2) / (e1 + e2)
        return self.out

    def backward(self, dout):
        return dout * (1 - self.out ** 2)
