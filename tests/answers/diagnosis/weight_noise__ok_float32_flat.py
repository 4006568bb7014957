import numpy as np
from copy import deepcopy


def noisy_weights(weights, sigma, rng):
    total = sum(w.size for w in weights)
    z = rng.standard_normal(total, dtype=np.float32)
    out = deepcopy(weights)
    pos = 0
    for w in out:
        w += sigma * z[pos:pos + w.size].reshape(w.shape)
        pos += w.size
    return out
