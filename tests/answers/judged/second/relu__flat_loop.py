import numpy as np


def relu(x):
    """go through all entries one by one, so the shape does not matter"""
    flat = x.ravel()
    for i in range(flat.size):
        if flat[i] < 0:
            flat[i] = 0
    return flat
