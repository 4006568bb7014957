import numpy as np


def numerical_diff(f, x):
    step = 1e-5
    hi, lo = x + step, x - step
    rise, run = f(hi) - f(lo), hi - lo
    return np.array(rise / run)
