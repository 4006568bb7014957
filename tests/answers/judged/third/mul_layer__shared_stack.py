import numpy as np


class MulLayer:
    stack = []      # 順伝播の値をためておく

    def forward(self, x, y):
        self.stack.append((x, y))
        return x * y

    def backward(self, dout):
        x, y = self.stack.pop()
        return dout * y, dout * x
