import numpy as np

def leaky_relu(x, alpha=0.01):
    pos = np.clip(x, 0, None)
    neg = np.clip(x, None, 0)
    return pos + float(alpha) * neg
