import numpy as np


class Relu:
    def __init__(self):
        self.input = None

    def getReLUActivation(self, n):
        # Convert anything less than 0 to 0
        return np.maximum(n, 0)

    def forward(self, inputs):
        output = self.getReLUActivation(inputs)
        self.input = output
        return output

    def backward(self, gradients):
        gradients = gradients * self.input
        # anything less than or equal to 0 is 0 and anything greater than 0 is 1
        gradients = self.getReLUActivation(gradients)
        gradients[gradients > 0] = 1
        return gradients
