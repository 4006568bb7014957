import math
import numpy as np

def _one(v, beta):
    z = beta * v
    if z >= 0:
        return v / (1 + math.exp(-z))
    e = math.exp(z)
    return v * e / (1 + e)

def swish(x, beta=1.0):
    if np.isscalar(x):
        return _one(x, beta)
    flat = [_one(float(v), beta) for v in np.ravel(x)]
    return np.array(flat).reshape(np.shape(x))
