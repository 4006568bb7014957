import numpy as np


class Momentum:
    """Gradient descent with a velocity."""

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for key in params:
            past_velocity = self.v.get(key, 0.0)
            velocity = past_velocity * self.momentum + self.lr * grads[key]
            params[key] = params[key] + self.momentum * velocity - self.lr * grads[key]
            self.v[key] = velocity
