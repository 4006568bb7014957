import numpy as np


def identity_function(x):
    result = []
    for value in x:
        result.append(value)
        return np.array(result)
