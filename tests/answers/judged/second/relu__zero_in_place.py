import numpy as np


class ReLU:
    @staticmethod
    def activation(z):
        z[z < 0] = 0
        return z


def relu(x):
    return ReLU.activation(x)
