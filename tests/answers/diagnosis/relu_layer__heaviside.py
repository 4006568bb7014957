import numpy as np


class ReLU:
    def forward(self, x):
        gate = np.heaviside(x, 0.0)
        self.backward = lambda dout: np.multiply(gate, dout)
        return gate * x

    def backward(self, dout):
        raise RuntimeError("forward first")
