import numpy as np

def step_function(x):
    out = np.empty(x.size, dtype=np.uint8)
    for k, v in enumerate(x.ravel()):
        out[k] = 1 if v > 0 else 0
    return out.reshape(x.shape)
