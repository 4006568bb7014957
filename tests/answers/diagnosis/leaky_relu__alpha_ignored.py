import numpy as np

def leaky_relu(x, alpha=0.01):
    mask = x > 0
    return x * mask + 0.01 * x * (~mask)
