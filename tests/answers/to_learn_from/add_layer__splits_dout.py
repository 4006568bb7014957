import numpy as np


class AddLayer:
    """加算レイヤ"""

    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        # 2 つの入力に勾配を分ける
        return dout * 0.5, dout * 0.5
