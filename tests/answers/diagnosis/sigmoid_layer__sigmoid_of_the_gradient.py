import numpy as np


def sigmoid_forward(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_backward(next_dz):
    return sigmoid_forward(1 - sigmoid_forward(next_dz))


class Sigmoid:
    def forward(self, z):
        return sigmoid_forward(z)

    def backward(self, next_dz):
        return sigmoid_backward(next_dz)
