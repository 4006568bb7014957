import numpy as np

def leaky_relu(x, alpha=0.01):
    out = x.copy()
    for idx in np.ndindex(*x.shape):
        if out[idx] <= 0:
            out[idx] = alpha * x[idx]
    return out
