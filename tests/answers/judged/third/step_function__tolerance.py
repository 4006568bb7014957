import numpy as np


def step_function(x):
    """Step function.

    Floats are never exactly 0, so leave a little room around it.
    """
    eps = 1e-7
    return np.where(x > eps, 1, 0)
