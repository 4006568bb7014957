import numpy as np


def mean_squared_error(y, d):
  return np.mean(np.square(y-d)) / 2
