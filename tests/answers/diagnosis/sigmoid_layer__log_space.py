import numpy as np


class Sigmoid:
    def forward(self, x):
        self.log_pair = -np.logaddexp(0.0, -x), -np.logaddexp(0.0, x)
        return np.exp(self.log_pair[0])

    def backward(self, dout):
        return dout * np.exp(sum(self.log_pair))
