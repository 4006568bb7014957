from collections import defaultdict

import numpy as np


class Momentum:
    """the PyTorch form"""

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.mu = lr, momentum
        self.buf = defaultdict(float)

    def update(self, params, grads):
        for k, g in grads.items():
            self.buf[k] = self.mu * self.buf[k] + g
            params[k] = params[k] - self.lr * self.buf[k]
