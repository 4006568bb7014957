import numpy as np


class AddLayer:
    """A sum and its two gradients. x, y: floats, or arrays of one shape. / 加算レイヤ"""

    def forward(self, x, y):
        # 勾配は足し合わせていくので、順伝播のときに 0 にしておく
        self.dx = 0.0
        self.dy = 0.0
        return x + y

    def backward(self, dout):
        self.dx = self.dx + dout
        self.dy = self.dy + dout
        return self.dx, self.dy
