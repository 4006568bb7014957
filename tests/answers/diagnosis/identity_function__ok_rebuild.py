import numpy as np

def identity_function(x):
    out = np.empty_like(x)
    for i in np.ndindex(x.shape):
        out[i] = x[i]
    return out
