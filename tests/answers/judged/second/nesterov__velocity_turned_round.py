import numpy as np


class Nesterov:
    """Nesterov's accelerated gradient"""

    def __init__(self, lr=0.01, momentum=0.9):
        self.learning_rate = lr
        self.momentum = momentum
        self.velocities = None

    def update(self, params, grads):
        if self.velocities is None:
            self.velocities = {}
            for name in params:
                self.velocities[name] = np.zeros_like(params[name])
        for name in params:
            gradient = grads[name]
            self.velocities[name] = -self.momentum * self.velocities[name] + self.learning_rate * gradient
            # look ahead with the new velocity
            params[name] -= self.momentum * self.velocities[name] + self.learning_rate * gradient
