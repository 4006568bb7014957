import numpy as np

def leaky_relu(x, alpha=0.01):
    return np.maximum(x, 0) + alpha * np.maximum(-x, 0)
