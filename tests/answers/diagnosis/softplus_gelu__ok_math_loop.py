import math
import numpy as np

def _sp(v):
    return max(v, 0.0) + math.log1p(math.exp(-abs(v)))

def _phi(v):
    return 0.5 * math.erfc(-v / math.sqrt(2))

def softplus(x):
    return np.array(list(map(_sp, x.flat))).reshape(x.shape)

def gelu(x):
    return np.array([v * _phi(v) for v in x.flat]).reshape(x.shape)
