import numpy as np

def identity_function(x):
    return np.identity(x.shape[0])
