import numpy as np


def perceptron(x1, x2, w1, w2, b):
    s = b + w1 * x1 + w2 * x2
    return 1 if s > 0 else 0


def AND(x1, x2):
    # both inputs have to be on to make up for the bias of -1
    return perceptron(x1, x2, 0.5, 0.5, -1.0)


def NAND(x1, x2):
    return perceptron(x1, x2, -0.5, -0.5, 0.7)


def OR(x1, x2):
    return perceptron(x1, x2, 1.0, 1.0, -0.5)
