import numpy as np


class SGD:
    """Stochastic gradient descent on a mini-batch."""

    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for key in params.keys():
            grad = grads[key]
            batch_size = grad.shape[0]
            # average over the mini-batch, then one step downhill
            step = self.lr * grad / batch_size
            params[key] -= step
