import numpy as np

def relu(x):
    # only positive values remain
    return np.sqrt(x ** 2)
