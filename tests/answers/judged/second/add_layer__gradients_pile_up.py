import numpy as np


class AddLayer:
    """加算レイヤ"""

    def __init__(self):
        self.grad = 0.0

    def forward(self, x, y):
        self.grad = 0.0
        return x + y

    def backward(self, dout):
        # 上流から来た勾配を集めて、そのまま両方に流す
        self.grad = self.grad + dout
        return self.grad, self.grad
