import numpy as np


class Relu:
    """ReLU レイヤ"""

    mask = None

    def forward(self, x):
        Relu.mask = (x > 0)
        return np.where(Relu.mask, x, 0.0)

    def backward(self, dout):
        dx = np.zeros_like(dout)
        dx[Relu.mask] = dout[Relu.mask]
        return dx
