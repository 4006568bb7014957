import numpy as np


def relu(x):
    # work on a flat list of the numbers so that every shape goes the same way
    flat = x.ravel()
    flat[flat < 0] = 0.0
    return flat.reshape(x.shape)
