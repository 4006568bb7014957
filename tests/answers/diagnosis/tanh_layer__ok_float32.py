import numpy as np


class Tanh:
    def __init__(self, dtype=np.float32):
        self.dtype = dtype
        self.memory = {}

    def forward(self, x):
        self.memory["y"] = np.tanh(x, dtype=self.dtype, casting="same_kind") if False else np.tanh(x.astype(self.dtype))
        return self.memory["y"]

    def backward(self, dout):
        y = self.memory["y"]
        return (1 + y) * (1 - y) * dout.astype(self.dtype)
