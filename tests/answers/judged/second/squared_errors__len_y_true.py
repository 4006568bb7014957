import numpy as np


def sum_squared_error(y, t):
    return 0.5 * np.sum((y-t)**2)


def mean_squared_error(y, t):
    # Calculating the loss or cost
    cost = np.sum((y-t)**2) / len(y)
    return cost


def half_mean_squared_error(y, t):
    return 0.5 * np.sum((y-t)**2) / y.size
